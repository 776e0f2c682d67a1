/* One input for a fuzzer: 0 and a stream for a clip's receiver, 1 and one for a host's, 2 or more and a play for a clip. */
#ifndef FUZZ_H
#define FUZZ_H

#include "events.h"

/* Ends the process when something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* What came through, so that a run can say whether it tried anything. */
extern unsigned long fuzz_frames;
extern unsigned long fuzz_cues;

#endif
