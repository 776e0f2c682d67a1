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
    }

    private Views() {}
}
