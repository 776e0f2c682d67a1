package org.holdline.architecture.planted.recording;

import org.tomlj.Toml;

class ParsesToml {
    boolean parse(String text) {
        return Toml.parse(text).hasErrors();
    }
}
