package org.holdline.architecture.planted.recording;

import org.mockito.Mockito;

class UsesUnnamedLibrary {
    Runnable fake() {
        return Mockito.mock(Runnable.class);
    }
}
