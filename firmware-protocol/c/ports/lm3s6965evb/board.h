#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

/* Starts the processor anew; the clip then says it was a fault. */
void board_fault(void);

#endif
