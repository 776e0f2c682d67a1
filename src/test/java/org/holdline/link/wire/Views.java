package org.holdline.link.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every message of the room, by the name the schema gives it. */
final class Views {
    static final Map<String, Supplier<View>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("HELLO_REQUEST", HelloRequest::new);
        ALL.put("HELLO_RESPONSE", HelloResponse::new);
        ALL.put("TIMESYNC_REQUEST", TimesyncRequest::new);
        ALL.put("TIMESYNC_RESPONSE", TimesyncResponse::new);
        ALL.put("STATUS_EVENT", Status::new);
        ALL.put("ERROR_RESPONSE", ErrorResponse::new);
        ALL.put("LOG_EVENT", Log::new);
        ALL.put("STREAM_CTRL_REQUEST", StreamCtrlRequest::new);
        ALL.put("STREAM_CTRL_RESPONSE", StreamCtrlResponse::new);
        ALL.put("IMU_BATCH_EVENT", ImuBatch::new);
        ALL.put("CUE_REQUEST", CueRequest::new);
        ALL.put("CUE_RESPONSE", CueResponse::new);
        ALL.put("CUE_STOP_REQUEST", CueStopRequest::new);
        ALL.put("CUE_STOP_RESPONSE", CueStopResponse::new);
        ALL.put("CUE_END_EVENT", CueEnd::new);
        ALL.put("BUTTON_REQUEST", ButtonRequest::new);
        ALL.put("BUTTON_RESPONSE", ButtonResponse::new);
        ALL.put("CAL_INFO_REQUEST", CalInfoRequest::new);
        ALL.put("CAL_INFO_RESPONSE", CalInfoResponse::new);
        ALL.put("CAL_READ_REQUEST", CalReadRequest::new);
        ALL.put("CAL_READ_RESPONSE", CalReadResponse::new);
        ALL.put("CAL_BEGIN_REQUEST", CalBeginRequest::new);
        ALL.put("CAL_BEGIN_RESPONSE", CalBeginResponse::new);
        ALL.put("CAL_WRITE_REQUEST", CalWriteRequest::new);
        ALL.put("CAL_WRITE_RESPONSE", CalWriteResponse::new);
        ALL.put("CAL_VERIFY_REQUEST", CalVerifyRequest::new);
        ALL.put("CAL_VERIFY_RESPONSE", CalVerifyResponse::new);
        ALL.put("CAL_COMMIT_REQUEST", CalCommitRequest::new);
        ALL.put("CAL_COMMIT_RESPONSE", CalCommitResponse::new);
        ALL.put("CAL_CONFIRM_REQUEST", CalConfirmRequest::new);
        ALL.put("CAL_CONFIRM_RESPONSE", CalConfirmResponse::new);
        ALL.put("CAL_ROLLBACK_REQUEST", CalRollbackRequest::new);
        ALL.put("CAL_ROLLBACK_RESPONSE", CalRollbackResponse::new);
        ALL.put("CAL_ABORT_REQUEST", CalAbortRequest::new);
        ALL.put("CAL_ABORT_RESPONSE", CalAbortResponse::new);
    }

    private Views() {}
}
