#ifndef SUITES_H
#define SUITES_H

#include <stdbool.h>

void vectors_crc(void);
void vectors_cobs(void);
void vectors_frames(void);
void vectors_streams(const char *file);
void vectors_images(void);
void power(bool all);
void dialogues(void);
void behaviour(void);
void corpus(const char *file);

#endif
