# Made from schema.json, not by hand. A frame after COBS decoding, without zeros around it; Kaitai Struct
# (https://kaitai.io) knows neither COBS nor CRC-32C, so undo the one and check the other beforehand. A field that is one of
# a list is a number; its name stands beside it, null where the list does not hold it.
meta:
  id: holdline_frame
  title: Frame of the Holdline clip link, wire version 1
  license: Apache-2.0
  endian: le
seq:
  - id: version_flags
    type: u1
  - id: type
    type: u1
  - id: seq
    type: u2
  - id: len_payload
    type: u2
  - id: payload
    size: len_payload
    type:
      switch-on: type * 4 + flags
      cases:
        5: hello_request
        6: hello_response
        9: timesync_request
        10: timesync_response
        12: status_event
        18: error_response
        20: log_event
        65: stream_ctrl_request
        66: stream_ctrl_response
        68: imu_batch_event
        129: cue_request
        130: cue_response
        133: cue_stop_request
        134: cue_stop_response
        136: cue_end_event
        193: button_request
        194: button_response
        257: cal_info_request
        258: cal_info_response
        261: cal_read_request
        262: cal_read_response
        265: cal_begin_request
        266: cal_begin_response
        269: cal_write_request
        270: cal_write_response
        273: cal_verify_request
        274: cal_verify_response
        277: cal_commit_request
        278: cal_commit_response
        281: cal_confirm_request
        282: cal_confirm_response
        285: cal_rollback_request
        286: cal_rollback_response
        289: cal_abort_request
        290: cal_abort_response
  - id: crc
    type: u4
instances:
  version:
    value: version_flags >> 4
  flags:
    value: version_flags & 15
types:
  imu_sample:
    seq:
      - id: ax
        type: s2
      - id: ay
        type: s2
      - id: az
        type: s2
      - id: gx
        type: s2
      - id: gy
        type: s2
      - id: gz
        type: s2
  hello_request:
    seq:
      - id: txn
        type: u2
      - id: version_min
        type: u1
      - id: version_max
        type: u1
      - id: reserved
        type: u1
      - id: max_payload_bytes
        type: u1
      - id: host_session
        type: u4
      - id: schema_crc
        type: u4
      - id: capabilities
        type: u4
      - id: later
        size-eos: true
  hello_response:
    seq:
      - id: txn
        type: u2
      - id: version_min
        type: u1
      - id: version_max
        type: u1
      - id: version_agreed
        type: u1
      - id: max_payload_bytes
        type: u1
      - id: boot_id
        type: u4
      - id: schema_crc
        type: u4
      - id: capabilities
        type: u4
      - id: serial
        size: 12
      - id: hardware_major
        type: u1
      - id: hardware_minor
        type: u1
      - id: firmware_major
        type: u1
      - id: firmware_minor
        type: u1
      - id: firmware_patch
        type: u1
      - id: imu_count
        type: u1
      - id: rate_0_hz
        type: u2
      - id: rate_1_hz
        type: u2
      - id: rate_2_hz
        type: u2
      - id: rate_3_hz
        type: u2
      - id: motor
        type: u1
      - id: motor_rise_ms
        type: u1
      - id: profile_state
        type: u1
      - id: profile_slot
        type: u1
      - id: profile_generation
        type: u4
      - id: profile_crc
        type: u4
      - id: lower_part
        type: u1
      - id: upper_part
        type: u1
      - id: lower_accel_lsb_ng
        type: u4
      - id: lower_gyro_lsb_ndps
        type: u4
      - id: lower_accel_range_mg
        type: u2
      - id: lower_gyro_range_dps
        type: u2
      - id: lower_delay_us
        type: u2
      - id: upper_accel_lsb_ng
        type: u4
      - id: upper_gyro_lsb_ndps
        type: u4
      - id: upper_accel_range_mg
        type: u2
      - id: upper_gyro_range_dps
        type: u2
      - id: upper_delay_us
        type: u2
      - id: later
        size-eos: true
    instances:
      motor_name:
        value: motor
        enum: motor
      profile_state_name:
        value: profile_state
        enum: profile
      lower_part_name:
        value: lower_part
        enum: imu
      upper_part_name:
        value: upper_part
        enum: imu
  timesync_request:
    seq:
      - id: txn
        type: u2
      - id: host_sent_us
        type: u4
      - id: reserved
        size: 8
      - id: later
        size-eos: true
  timesync_response:
    seq:
      - id: txn
        type: u2
      - id: host_sent_us
        type: u4
      - id: clip_received_us
        type: u4
      - id: clip_sent_us
        type: u4
      - id: later
        size-eos: true
  status_event:
    seq:
      - id: clip_time_us
        type: u4
      - id: uptime_s
        type: u4
      - id: boot_id
        type: u4
      - id: flags
        type: u2
      - id: reset_reason
        type: u1
      - id: battery_pct
        type: u1
      - id: battery_mv
        type: u2
      - id: lower_temp_cdegc
        type: s2
      - id: upper_temp_cdegc
        type: s2
      - id: reserved
        type: u2
      - id: rx_bytes
        type: u4
      - id: rx_frames
        type: u4
      - id: rx_oversize
        type: u4
      - id: rx_cobs
        type: u4
      - id: rx_short
        type: u4
      - id: rx_length
        type: u4
      - id: rx_crc
        type: u4
      - id: rx_version
        type: u4
      - id: rx_flags
        type: u4
      - id: rx_unknown
        type: u4
      - id: rx_direction
        type: u4
      - id: rx_payload
        type: u4
      - id: rx_seq_lost
        type: u4
      - id: rx_seq_repeated
        type: u4
      - id: rx_overrun
        type: u4
      - id: tx_frames
        type: u4
      - id: tx_dropped
        type: u4
      - id: samples_lost
        type: u4
      - id: cues_played
        type: u4
      - id: cues_refused
        type: u4
      - id: motor_cuts
        type: u4
      - id: presses
        type: u4
      - id: presses_lost
        type: u4
      - id: replies_repeated
        type: u4
      - id: later
        size-eos: true
    instances:
      reset_reason_name:
        value: reset_reason
        enum: reset
  error_response:
    seq:
      - id: txn
        type: u2
      - id: refused_type
        type: u1
      - id: code
        type: u1
      - id: detail
        type: u4
      - id: text
        type: str
        encoding: UTF-8
        size-eos: true
    instances:
      code_name:
        value: code
        enum: error
  log_event:
    seq:
      - id: clip_time_us
        type: u4
      - id: held_back
        type: u2
      - id: level
        type: u1
      - id: reserved
        type: u1
      - id: text
        type: str
        encoding: UTF-8
        size-eos: true
    instances:
      level_name:
        value: level
        enum: level
  stream_ctrl_request:
    seq:
      - id: txn
        type: u2
      - id: flags
        type: u1
      - id: batch_samples
        type: u1
      - id: rate_hz
        type: u2
      - id: later
        size-eos: true
  stream_ctrl_response:
    seq:
      - id: txn
        type: u2
      - id: flags
        type: u1
      - id: batch_samples
        type: u1
      - id: rate_hz
        type: u2
      - id: next_idx
        type: u4
      - id: later
        size-eos: true
  imu_batch_event:
    seq:
      - id: t0_us
        type: u4
      - id: first_idx
        type: u4
      - id: period_ns
        type: u4
      - id: count
        type: u1
      - id: flags
        type: u1
      - id: samples
        type: imu_sample
        repeat: expr
        repeat-expr: 'count * ((flags & 8) != 0 ? 2 : 1)'
  cue_request:
    seq:
      - id: txn
        type: u2
      - id: issued_us
        type: u4
      - id: ttl_ms
        type: u2
      - id: duration_ms
        type: u2
      - id: pattern
        type: u1
      - id: intensity_pct
        type: u1
      - id: later
        size-eos: true
    instances:
      pattern_name:
        value: pattern
        enum: pattern
  cue_response:
    seq:
      - id: txn
        type: u2
      - id: started_us
        type: u4
      - id: window_used_ms
        type: u2
      - id: later
        size-eos: true
  cue_stop_request:
    seq:
      - id: txn
        type: u2
      - id: later
        size-eos: true
  cue_stop_response:
    seq:
      - id: txn
        type: u2
      - id: was_playing
        type: u1
      - id: later
        size-eos: true
  cue_end_event:
    seq:
      - id: cue_txn
        type: u2
      - id: ended_us
        type: u4
      - id: played_ms
        type: u2
      - id: reason
        type: u1
      - id: later
        size-eos: true
    instances:
      reason_name:
        value: reason
        enum: cue_ended
  button_request:
    seq:
      - id: txn
        type: u2
      - id: pressed_us
        type: u4
      - id: press
        type: u1
      - id: muted
        type: u1
      - id: later
        size-eos: true
    instances:
      press_name:
        value: press
        enum: press
  button_response:
    seq:
      - id: txn
        type: u2
      - id: later
        size-eos: true
  cal_info_request:
    seq:
      - id: txn
        type: u2
      - id: later
        size-eos: true
  cal_info_response:
    seq:
      - id: txn
        type: u2
      - id: state
        type: u1
      - id: active_slot
        type: u1
      - id: window_s
        type: u1
      - id: key
        type: u1
      - id: slot_a_state
        type: u1
      - id: slot_a_fault
        type: u1
      - id: slot_a_fault_at
        type: u2
      - id: slot_a_image_bytes
        type: u2
      - id: slot_a_generation
        type: u4
      - id: slot_a_crc
        type: u4
      - id: slot_b_state
        type: u1
      - id: slot_b_fault
        type: u1
      - id: slot_b_fault_at
        type: u2
      - id: slot_b_image_bytes
        type: u2
      - id: slot_b_generation
        type: u4
      - id: slot_b_crc
        type: u4
      - id: next_off
        type: u2
      - id: write_generation
        type: u4
      - id: write_crc
        type: u4
      - id: later
        size-eos: true
    instances:
      state_name:
        value: state
        enum: cal_state
      slot_a_state_name:
        value: slot_a_state
        enum: slot
      slot_a_fault_name:
        value: slot_a_fault
        enum: fault
      slot_b_state_name:
        value: slot_b_state
        enum: slot
      slot_b_fault_name:
        value: slot_b_fault
        enum: fault
  cal_read_request:
    seq:
      - id: txn
        type: u2
      - id: slot
        type: u1
      - id: count
        type: u1
      - id: offset
        type: u2
      - id: later
        size-eos: true
  cal_read_response:
    seq:
      - id: txn
        type: u2
      - id: slot
        type: u1
      - id: reserved
        type: u1
      - id: offset
        type: u2
      - id: image_bytes
        type: u2
      - id: data
        size-eos: true
  cal_begin_request:
    seq:
      - id: txn
        type: u2
      - id: image_bytes
        type: u2
      - id: generation
        type: u4
      - id: crc
        type: u4
      - id: header_crc
        type: u4
      - id: expected_generation
        type: u4
      - id: expected_crc
        type: u4
      - id: serial
        size: 12
      - id: later
        size-eos: true
  cal_begin_response:
    seq:
      - id: txn
        type: u2
      - id: next_off
        type: u2
      - id: challenge
        size: 16
      - id: later
        size-eos: true
  cal_write_request:
    seq:
      - id: txn
        type: u2
      - id: offset
        type: u2
      - id: data
        size-eos: true
  cal_write_response:
    seq:
      - id: txn
        type: u2
      - id: next_off
        type: u2
      - id: later
        size-eos: true
  cal_verify_request:
    seq:
      - id: txn
        type: u2
      - id: later
        size-eos: true
  cal_verify_response:
    seq:
      - id: txn
        type: u2
      - id: image_bytes
        type: u2
      - id: generation
        type: u4
      - id: crc
        type: u4
      - id: later
        size-eos: true
  cal_commit_request:
    seq:
      - id: txn
        type: u2
      - id: mac
        size: 32
      - id: later
        size-eos: true
  cal_commit_response:
    seq:
      - id: txn
        type: u2
      - id: slot
        type: u1
      - id: reserved
        type: u1
      - id: generation
        type: u4
      - id: crc
        type: u4
      - id: later
        size-eos: true
  cal_confirm_request:
    seq:
      - id: txn
        type: u2
      - id: generation
        type: u4
      - id: crc
        type: u4
      - id: later
        size-eos: true
  cal_confirm_response:
    seq:
      - id: txn
        type: u2
      - id: slot
        type: u1
      - id: later
        size-eos: true
  cal_rollback_request:
    seq:
      - id: txn
        type: u2
      - id: from_generation
        type: u4
      - id: from_crc
        type: u4
      - id: to_generation
        type: u4
      - id: to_crc
        type: u4
      - id: later
        size-eos: true
  cal_rollback_response:
    seq:
      - id: txn
        type: u2
      - id: slot
        type: u1
      - id: later
        size-eos: true
  cal_abort_request:
    seq:
      - id: txn
        type: u2
      - id: later
        size-eos: true
  cal_abort_response:
    seq:
      - id: txn
        type: u2
      - id: state
        type: u1
      - id: later
        size-eos: true
    instances:
      state_name:
        value: state
        enum: cal_state
enums:
  error:
    1: unknown_type
    2: payload
    3: range
    4: not_greeted
    5: busy
    6: txn_reused
    7: unsupported
    8: cue_late
    9: cue_early
    10: cue_duty
    11: cue_active
    12: muted
    13: charging
    14: motor_fault
    15: imu_fault
    16: streaming
    17: battery_low
    18: cal_window
    19: cal_serial
    20: cal_expected
    21: cal_state
    22: cal_invalid
    23: cal_storage
    24: cal_mac
    25: cal_none
  pattern:
    1: steady
    2: double
  cue_ended:
    0: complete
    1: stopped
    2: button
    3: host_silent
    4: new_session
    5: charging
    6: fault
  press:
    1: short
    2: double
    3: long
  reset:
    0: unknown
    1: power
    2: pin
    3: watchdog
    4: software
    5: brown_out
    6: fault
  imu:
    0: none
    1: icm42688p
    2: lsm6dsv16x
    3: mpu6050
    255: other
  motor:
    0: none
    1: erm
    2: lra
  profile:
    0: none
    1: confirmed
    2: trial
  cal_state:
    0: idle
    1: writing
    2: verified
    3: trial
  slot:
    0: empty
    1: invalid
    2: unconfirmed
    3: confirmed
  fault:
    0: none
    1: magic
    2: layout
    3: length
    4: header_crc
    5: body_crc
    6: record
    7: critical
    8: repeated
    9: missing
    10: range
    11: reserved
    12: serial
  level:
    1: error
    2: warn
    3: info
    4: debug
