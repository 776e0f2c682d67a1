package org.holdline.architecture.planted;

import java.util.function.IntSupplier;

/** One method per thing a hot method must not do. Only its byte code is read. */
public final class Offences {
    static double doubleField;

    float floatField;

    int arithmetic() {
        return (int) (doubleField * doubleField);
    }

    int parameter(double[] value) {
        return value.length;
    }

    int loadAndStore() {
        float value = floatField;
        return value > floatField ? 1 : 0;
    }

    boolean conversion(int value) {
        return value > doubleField;
    }

    void constant() {
        doubleField = 0.1;
    }

    boolean shortConstant() {
        return floatField == 1f;
    }

    boolean comparison() {
        return floatField > floatField + 1;
    }

    int array(Object values) {
        return (int) ((double[]) values)[0];
    }

    int fieldRead() {
        return (int) floatField;
    }

    void fieldWrite() {
        doubleField = 1;
    }

    int floatingCall() {
        return Math.round(floatField);
    }

    Object newObject() {
        return new Object();
    }

    int[] newPrimitiveArray(int length) {
        return new int[length];
    }

    Object newObjectArray(int length) {
        return new String[length];
    }

    Object newArrayOfArrays(int length) {
        return new int[length][length];
    }

    Object boxing(int value) {
        return value;
    }

    long unboxing(Long value) {
        return value;
    }

    String concatenation(int value) {
        return "value " + value;
    }

    IntSupplier lambda() {
        return () -> 1;
    }

    int monitor() {
        synchronized (this) {
            return 1;
        }
    }

    synchronized int synchronizedMethod() {
        return 1;
    }

    void thrown(RuntimeException made) {
        throw made;
    }

    int enumValues() {
        return Thread.State.values().length;
    }

    int[] arrayClone(int[] values) {
        return values.clone();
    }
}
