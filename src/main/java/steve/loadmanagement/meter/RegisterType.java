/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a number stands in registers. */
enum RegisterType {
    INT16(1),
    UINT16(1),
    INT32(2),
    UINT32(2),
    FLOAT32(2),
    INT64(4),
    FLOAT64(4);

    private final int words;

    RegisterType(int words) {
        this.words = words;
    }

    /** Registers that it takes. */
    int words() {
        return words;
    }

    static RegisterType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The number in these bytes; null: the meter says that it does not measure it (NaN, the lowest or highest signed integer, or all ones).
     *
     * @param bytes of {@link #words} registers, high byte first
     * @param isLowWordFirst the registers stand in reverse
     */
    @Nullable
    BigDecimal decode(byte[] bytes, boolean isLowWordFirst) {
        byte[] ordered = isLowWordFirst ? wordsReversed(bytes) : bytes;
        ByteBuffer buffer = ByteBuffer.wrap(ordered);
        return switch (this) {
            case FLOAT32 -> finite(buffer.getFloat());
            case FLOAT64 -> finite(buffer.getDouble());
            case UINT16, UINT32 -> allOnes(ordered) ? null : new BigDecimal(new BigInteger(1, ordered));
            case INT16, INT32, INT64 -> {
                BigInteger number = new BigInteger(ordered);
                BigInteger range = BigInteger.ONE.shiftLeft(ordered.length * Byte.SIZE - 1);
                boolean isMark = number.equals(range.negate()) || number.equals(range.subtract(BigInteger.ONE));
                yield isMark ? null : new BigDecimal(number);
            }
        };
    }

    private static boolean allOnes(byte[] bytes) {
        for (byte one : bytes) {
            if (one != -1) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable BigDecimal finite(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }

    private static byte[] wordsReversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i += 2) {
            byte[] word = Arrays.copyOfRange(bytes, i, i + 2);
            System.arraycopy(word, 0, reversed, bytes.length - 2 - i, 2);
        }
        return reversed;
    }
}
