/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import com.digitalpetri.modbus.exceptions.ModbusException;
import java.nio.ByteBuffer;
import java.util.List;

/** Finds a model among those that a SunSpec device has: behind the mark "SunS", one after the other, each with its length. */
final class SunSpec {

    private static final List<Integer> BASES = List.of(40_000, 0, 50_000);
    private static final int MARK = 0x53756e53;
    private static final int END = 0xFFFF;
    private static final int HEADER = 2;
    private static final int MOST_MODELS = 64;
    private static final int WORD = 0xFFFF;

    private final Registers registers;

    SunSpec(Registers registers) {
        this.registers = registers;
    }

    /** Reads registers, two bytes each. */
    @FunctionalInterface
    interface Registers {
        byte[] read(int address, int count) throws ModbusException;
    }

    /** The address of the model's header. */
    int find(int model) throws ModbusException, MeterFailure {
        int address = base() + HEADER;
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < MOST_MODELS; i++) {
            ByteBuffer header = ByteBuffer.wrap(registers.read(address, HEADER));
            int id = header.getShort() & WORD;
            int length = header.getShort() & WORD;
            if (id == model) {
                return address;
            }
            if (id == END) {
                break;
            }
            others.append(' ').append(id);
            address += HEADER + length;
        }
        throw new MeterFailure("it has no SunSpec model " + model + ", only:" + others);
    }

    private int base() throws MeterFailure {
        for (int base : BASES) {
            try {
                if (ByteBuffer.wrap(registers.read(base, HEADER)).getInt() == MARK) {
                    return base;
                }
            } catch (ModbusException e) {
                // A device may refuse addresses that it does not have: the mark is at another one.
                continue;
            }
        }
        throw new MeterFailure("it does not speak SunSpec: no mark at register 40000, 0 or 50000");
    }
}
