package org.holdline.report.export;

import java.util.List;
import java.util.stream.Stream;

/** A kind of FIT message as this encoder writes it: which fields, in which order. */
final class FitMessage {
    private static final int DEFINITION = 0x40;
    private static final int HAS_DEVELOPER_FIELDS = 0x20;
    private static final int LITTLE_ENDIAN = 0;
    private static final int DEVELOPER_INDEX = 0;

    private final int local;
    private final int global;
    private final List<FitField> fields;
    private final int length;

    /**
     * @param local number in this file, 0..15
     * @param global number in the profile
     * @param fields those of the profile first, then developer fields
     */
    FitMessage(int local, int global, FitField... fields) {
        this.local = local;
        this.global = global;
        this.fields = Stream.concat(
                        Stream.of(fields).filter(field -> !field.isOwn()),
                        Stream.of(fields).filter(FitField::isOwn))
                .toList();
        length = this.fields.stream().mapToInt(FitField::length).sum();
    }

    /** What tells a reader how rows of this message lie. */
    byte[] definition() {
        List<FitField> own = fields.stream().filter(FitField::isOwn).toList();
        FitBytes bytes = new FitBytes();
        bytes.u8(DEFINITION | (own.isEmpty() ? 0 : HAS_DEVELOPER_FIELDS) | local);
        bytes.u8(0);
        bytes.u8(LITTLE_ENDIAN);
        bytes.u16(global);
        bytes.u8(fields.size() - own.size());
        fields.stream().filter(field -> !field.isOwn()).forEach(field -> {
            bytes.u8(field.number());
            bytes.u8(field.length());
            bytes.u8(field.type().code());
        });
        if (!own.isEmpty()) {
            bytes.u8(own.size());
            own.forEach(field -> {
                bytes.u8(field.number());
                bytes.u8(field.length());
                bytes.u8(DEVELOPER_INDEX);
            });
        }
        return bytes.toByteArray();
    }

    /** A row in which nothing is known yet. */
    FitRow row() {
        return new FitRow(this);
    }

    int local() {
        return local;
    }

    /** Bytes of a row, without the header byte. */
    int length() {
        return length;
    }

    List<FitField> fields() {
        return fields;
    }

    /** Where a field lies in a row. */
    int offset(FitField wanted) {
        int offset = 0;
        for (FitField field : fields) {
            if (field.equals(wanted)) {
                return offset;
            }
            offset += field.length();
        }
        throw new IllegalArgumentException("field " + wanted + " of message " + global + ", expected one of " + fields);
    }
}
