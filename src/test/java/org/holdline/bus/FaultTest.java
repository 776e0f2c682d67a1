package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    @ParameterizedTest
    @CsvSource({
        "6, NACK", // ENXIO
        "121, NACK", // EREMOTEIO
        "110, BUS_STUCK", // ETIMEDOUT
        "11, BUS_STUCK", // EAGAIN
        "5, BUS_STUCK", // EIO
        "19, ADAPTER_GONE", // ENODEV
        "2, ADAPTER_GONE", // ENOENT
        "108, ADAPTER_GONE", // ESHUTDOWN
        "9, ADAPTER_GONE", // EBADF
        "13, NO_PERMISSION", // EACCES
        "1, NO_PERMISSION", // EPERM
        "16, BUSY", // EBUSY
        "22, OTHER", // EINVAL
        "25, OTHER", // ENOTTY
    })
    void shouldNameTheFaultWhenATransferAnswersMinusTheErrno(int errno, Fault fault) {
        assertEquals(fault, Fault.of(-errno));
    }

    @ParameterizedTest
    @CsvSource({"2, NO_SUCH_BUS", "19, NO_SUCH_BUS", "6, NO_SUCH_BUS", "13, NO_PERMISSION", "16, BUSY"})
    void shouldNameTheFaultWhenADeviceFileDoesNotOpen(int errno, Fault fault) {
        assertEquals(fault, Fault.ofOpen(errno));
    }

    @Test
    void shouldNameNoneWhenDone() {
        assertEquals(Fault.NONE, Fault.of(0));
    }
}
