#include "holdline_parts.h"

#define FIRST_SPAN 16u
#define LAST_SPAN 1024u /* 1 us of jitter in so many periods is less than 1 ns in each. */
#define PERIOD_TOLERANCE 16u /* A sixteenth from nominal: beyond it the instants are at fault, not the oscillator. */

static uint8_t *slot(struct hl_stream *stream, unsigned behind_oldest)
{
    return stream->store + (stream->oldest + behind_oldest) % stream->slots * stream->slot_bytes;
}

static void lose(struct hl_clip *clip, const uint8_t *batch)
{
    clip->stream.lost += hl_imu_batch_event_count(batch);
    clip->out.dropped++;
}

static void set_flag(uint8_t *batch, uint8_t flag)
{
    hl_imu_batch_event_set_flags(batch, hl_imu_batch_event_flags(batch) | flag);
}

void hl_stream_off(struct hl_clip *clip)
{
    struct hl_stream *stream = &clip->stream;
    if (!stream->on) {
        return;
    }
    hl_port_imu_run(0);
    if (stream->queued > 0 || stream->filling) {
        /* What was not sent yet counts as never taken: a break that was asked for is no loss. */
        const uint8_t *unsent = slot(stream, 0);
        stream->next_idx = hl_imu_batch_event_first_idx(unsent);
        stream->overrun = (hl_imu_batch_event_flags(unsent) & HL_BATCH_OVERRUN) != 0;
    }
    stream->queued = 0;
    stream->filling = false;
    stream->on = false;
}

static void turn_on(struct hl_clip *clip, uint16_t rate_hz, uint8_t batch_samples)
{
    struct hl_stream *stream = &clip->stream;
    stream->on = true;
    stream->rate_hz = rate_hz;
    stream->batch_samples = batch_samples;
    stream->sample_bytes = (uint8_t)(clip->about->imu_count * HL_IMU_BYTES);
    stream->slot_bytes = (uint8_t)(HL_IMU_BATCH_EVENT_BYTES + batch_samples * stream->sample_bytes);
    stream->slots = (uint8_t)(HL_STREAM_BYTES / stream->slot_bytes);
    stream->oldest = 0;
    stream->period_ns = 1000000000u / rate_hz;
    stream->span = 0;
    hl_port_imu_run(rate_hz);
}

static bool has_rate(const struct hl_port_about *about, uint16_t rate_hz)
{
    for (unsigned i = 0; i < HL_PORT_RATES; i++) {
        if (about->rates_hz[i] == rate_hz) {
            return true;
        }
    }
    return false;
}

static uint8_t most_samples(const struct hl_clip *clip)
{
    unsigned most = clip->about->imu_count == 2 ? HL_MAX_BATCH_TWO_IMUS : HL_MAX_BATCH_ONE_IMU;
    unsigned fit = (clip->host_payload - HL_IMU_BATCH_EVENT_BYTES) / (clip->about->imu_count * HL_IMU_BYTES);
    return (uint8_t)(fit < most ? fit : most);
}

static uint8_t out_of_limits(const struct hl_clip *clip, const uint8_t *request, uint32_t *at)
{
    uint8_t batch_samples = hl_stream_ctrl_request_batch_samples(request);
    uint16_t rate_hz = hl_stream_ctrl_request_rate_hz(request);
    if (hl_stream_ctrl_request_txn(request) < HL_STREAM_CTRL_REQUEST_TXN_MIN) {
        *at = HL_STREAM_CTRL_REQUEST_TXN_AT;
    } else if (hl_stream_ctrl_request_flags(request) > HL_STREAM_CTRL_REQUEST_FLAGS_MAX) {
        *at = HL_STREAM_CTRL_REQUEST_FLAGS_AT;
    } else if (batch_samples < HL_STREAM_CTRL_REQUEST_BATCH_SAMPLES_MIN || batch_samples > most_samples(clip)) {
        *at = HL_STREAM_CTRL_REQUEST_BATCH_SAMPLES_AT;
    } else if (rate_hz < HL_STREAM_CTRL_REQUEST_RATE_HZ_MIN || rate_hz > HL_STREAM_CTRL_REQUEST_RATE_HZ_MAX) {
        *at = HL_STREAM_CTRL_REQUEST_RATE_HZ_AT;
    } else {
        return 0;
    }
    return HL_ERROR_RANGE;
}

static uint8_t refusal(const struct hl_clip *clip, const uint8_t *request, uint32_t *detail)
{
    uint8_t error = out_of_limits(clip, request, detail);
    if (error != 0) {
        return error;
    }
    if (!has_rate(clip->about, hl_stream_ctrl_request_rate_hz(request))) {
        *detail = HL_STREAM_CTRL_REQUEST_RATE_HZ_AT;
        return HL_ERROR_UNSUPPORTED;
    }
    *detail = 0;
    if ((hl_stream_ctrl_request_flags(request) & HL_STREAM_ON) == 0) {
        return 0;
    }
    if (clip->charging) {
        return HL_ERROR_CHARGING;
    }
    for (unsigned imu = 0; imu < clip->about->imu_count; imu++) {
        if (!hl_port_imu_ok(imu)) {
            *detail = imu;
            return HL_ERROR_IMU_FAULT;
        }
    }
    return 0;
}

uint8_t hl_stream_control(struct hl_clip *clip, const uint8_t *request, uint32_t *detail)
{
    struct hl_stream *stream = &clip->stream;
    uint8_t error = refusal(clip, request, detail);
    if (error != 0) {
        return error;
    }
    uint8_t flags = hl_stream_ctrl_request_flags(request);
    uint16_t rate_hz = hl_stream_ctrl_request_rate_hz(request);
    uint8_t batch_samples = hl_stream_ctrl_request_batch_samples(request);
    if ((flags & HL_STREAM_NEW_RUN) != 0) {
        clip->button.muted = false;
    }
    bool on = (flags & HL_STREAM_ON) != 0;
    if (!on || rate_hz != stream->rate_hz || batch_samples != stream->batch_samples) {
        hl_stream_off(clip);
    }
    if (on && !stream->on) {
        turn_on(clip, rate_hz, batch_samples);
    }
    stream->rate_hz = rate_hz;
    stream->batch_samples = batch_samples;
    return 0;
}

static void close_batch(struct hl_stream *stream)
{
    if (stream->filling) {
        hl_imu_batch_event_set_period_ns(slot(stream, stream->queued), stream->period_ns);
        stream->filling = false;
        stream->queued++;
    }
}

static void open_batch(struct hl_clip *clip, const struct hl_port_sample *sample, bool haptic)
{
    struct hl_stream *stream = &clip->stream;
    if (stream->queued == stream->slots && hl_out_flush(clip, hl_port_now_us())) {
        hl_stream_send(clip); /* After a stall many samples come at once, and it was not the line that was slow. */
    }
    if (stream->queued == stream->slots) {
        lose(clip, slot(stream, 0));
        stream->oldest = (uint8_t)((stream->oldest + 1u) % stream->slots);
        stream->queued--;
        if (stream->queued > 0) {
            set_flag(slot(stream, 0), HL_BATCH_OVERRUN);
        } else {
            stream->overrun = true;
        }
    }
    uint8_t *batch = slot(stream, stream->queued);
    hl_imu_batch_event_set_t0_us(batch, sample->t_us);
    hl_imu_batch_event_set_first_idx(batch, stream->next_idx);
    hl_imu_batch_event_set_count(batch, 0);
    hl_imu_batch_event_set_flags(batch, (uint8_t)((stream->overrun ? HL_BATCH_OVERRUN : 0u)
            | (haptic ? HL_BATCH_HAPTIC : 0u) | (clip->about->imu_count == 2 ? HL_BATCH_DUAL : 0u)));
    stream->overrun = false;
    stream->filling = true;
    stream->fill_haptic = haptic;
}

static void write_axes(uint8_t *batch, uint8_t *to, const int16_t *axes, const struct hl_port_imu *imu)
{
    for (unsigned axis = 0; axis < 6; axis++) {
        int16_t limit = axis < 3 ? imu->accel_limit : imu->gyro_limit;
        if (axes[axis] >= limit || axes[axis] <= -limit) {
            set_flag(batch, HL_BATCH_SATURATED);
        }
        hl_put_i16(to + 2u * axis, axes[axis]);
    }
}

static void measure_period(struct hl_stream *stream, uint32_t t_us)
{
    uint32_t samples = stream->next_idx - stream->mark_idx;
    if (stream->span != 0 && samples < stream->span) {
        return;
    }
    if (stream->span != 0) {
        uint32_t us = t_us - stream->mark_us;
        uint32_t period_ns = us / samples * 1000u + us % samples * 1000u / samples;
        uint32_t nominal_ns = 1000000000u / stream->rate_hz;
        uint32_t off_ns = period_ns > nominal_ns ? period_ns - nominal_ns : nominal_ns - period_ns;
        if (off_ns <= nominal_ns / PERIOD_TOLERANCE) {
            stream->period_ns = period_ns;
        }
    }
    stream->mark_idx = stream->next_idx;
    stream->mark_us = t_us;
    stream->span = (uint16_t)(stream->span == 0 ? FIRST_SPAN : stream->span < LAST_SPAN ? stream->span * 2u : LAST_SPAN);
}

static void put(struct hl_clip *clip, const struct hl_port_sample *sample)
{
    struct hl_stream *stream = &clip->stream;
    bool haptic = hl_cue_played(clip, sample->t_us);
    if (sample->lost > 0) {
        close_batch(stream);
        stream->next_idx += sample->lost;
        stream->lost += sample->lost;
        stream->overrun = true;
    }
    if (stream->filling && haptic != stream->fill_haptic) {
        close_batch(stream);
    }
    if (!stream->filling) {
        open_batch(clip, sample, haptic);
    }
    measure_period(stream, sample->t_us);
    uint8_t *batch = slot(stream, stream->queued);
    uint8_t count = hl_imu_batch_event_count(batch);
    uint8_t *to = batch + HL_IMU_BATCH_EVENT_SAMPLES_AT + (unsigned)count * stream->sample_bytes;
    for (unsigned imu = 0; imu < clip->about->imu_count; imu++) {
        write_axes(batch, to + imu * HL_IMU_BYTES, sample->axes[imu], &clip->about->imu[imu]);
    }
    if (sample->upper_held) {
        set_flag(batch, HL_BATCH_UPPER_HELD);
    }
    stream->next_idx++;
    count++;
    hl_imu_batch_event_set_count(batch, count);
    if (count == stream->batch_samples) {
        close_batch(stream);
    }
}

void hl_stream_take(struct hl_clip *clip)
{
    struct hl_port_sample sample;
    while (clip->stream.on && hl_port_imu_take(&sample)) {
        put(clip, &sample);
    }
}

bool hl_stream_send(struct hl_clip *clip)
{
    struct hl_stream *stream = &clip->stream;
    if (stream->queued == 0) {
        return false;
    }
    const uint8_t *batch = slot(stream, 0);
    size_t bytes = HL_IMU_BATCH_EVENT_BYTES + (size_t)hl_imu_batch_event_count(batch) * stream->sample_bytes;
    uint8_t *event = hl_out_begin(clip, bytes);
    if (event == NULL) {
        return false;
    }
    hl_copy(event, batch, bytes);
    hl_out_send(clip, HL_TYPE_IMU_BATCH, 0, bytes);
    stream->oldest = (uint8_t)((stream->oldest + 1u) % stream->slots);
    stream->queued--;
    return true;
}
