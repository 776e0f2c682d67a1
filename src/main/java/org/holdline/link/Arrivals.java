package org.holdline.link;

import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.CueEnd;
import org.holdline.link.wire.CueResponse;
import org.holdline.link.wire.CueStopResponse;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.StreamCtrlResponse;

/** Valid frames of the clip, to those whom they concern. */
final class Arrivals implements FrameSink {
    private final Link link;
    private final Greeting greeting;
    private final ProfileReading profile;
    private final Pings pings;
    private final CueDesk desk;
    private final Answers answers;

    private final ImuBatch batch = new ImuBatch();
    private final Status status = new Status();
    private final ErrorResponse error = new ErrorResponse();
    private final ButtonRequest button = new ButtonRequest();
    private final CueEnd cueEnd = new CueEnd();
    private final CueResponse cuePlays = new CueResponse();
    private final CueStopResponse stopped = new CueStopResponse();
    private final StreamCtrlResponse streamIs = new StreamCtrlResponse();

    Arrivals(Link link, Departures.Asked asked, CueDesk desk, Answers answers) {
        this.link = link;
        greeting = asked.greeting();
        profile = asked.profile();
        pings = asked.pings();
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public void frame(Frame frame) {
        if (!link.state().isOpen()) {
            // A frame before this one in the same read has ended the connection: another clip answers, for example.
            return;
        }
        switch (frame.type()) {
            case MessageType.HELLO -> link.helloCame(frame.read(greeting.view()));
            case MessageType.TIMESYNC -> {
                frame.read(pings.view());
                pings.answered(link.nowNs());
            }
            case MessageType.STATUS -> link.statusCame(frame.read(status));
            case MessageType.ERROR -> link.refusalCame(frame.read(error));
            case MessageType.STREAM_CTRL -> link.streamCame(frame.read(streamIs));
            case MessageType.CAL_READ -> {
                frame.read(profile.piece());
                link.profileCame(profile.pieceCame(link.nowNs()));
            }
            case MessageType.CAL_INFO -> {
                frame.read(profile.slots());
                link.profileCame(profile.slotsCame());
            }
            case MessageType.IMU_BATCH -> link.batchCame(frame.read(batch));
            case MessageType.CUE -> desk.cueAnswered(frame.read(cuePlays).txn());
            case MessageType.CUE_STOP -> desk.stopAnswered(frame.read(stopped).txn());
            case MessageType.CUE_END -> desk.ended(frame.read(cueEnd).cueTxn());
            case MessageType.BUTTON -> link.pressCame(frame.read(button));
            default -> {}
        }
    }

    @Override
    public void refused(Frame frame, int code, int detail) {
        answers.refusal(frame.txn(), frame.type(), code, detail);
    }
}
