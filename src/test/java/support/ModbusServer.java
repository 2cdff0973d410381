/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A meter over Modbus TCP, by another library than the plugin's. */
final class ModbusServer implements AutoCloseable {

    private final SimpleProcessImage image;
    private final ModbusSlave server;
    private final int port;

    ModbusServer(int unitId) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        image = new SimpleProcessImage(unitId);
        try {
            server = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 2, false);
            server.addProcessImage(unitId, image);
            server.open();
        } catch (ModbusException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return port;
    }

    void holding(int address, int... words) {
        while (image.getRegisterCount() < address + words.length) {
            image.addRegister(new SimpleRegister(0));
        }
        for (int i = 0; i < words.length; i++) {
            image.setRegister(address + i, new SimpleRegister(words[i]));
        }
    }

    void input(int address, int... words) {
        while (image.getInputRegisterCount() < address + words.length) {
            image.addInputRegister(new SimpleInputRegister(0));
        }
        for (int i = 0; i < words.length; i++) {
            image.setInputRegister(address + i, new SimpleInputRegister(words[i]));
        }
    }

    /** The words of a float, high word first. */
    static int[] words(float value) {
        return words(Float.floatToIntBits(value));
    }

    /** The words of an integer, high word first. */
    static int[] words(int value) {
        return new int[] {value >>> 16, value & 0xFFFF};
    }

    /** The same, low word first. */
    static int[] lowFirst(int value) {
        return new int[] {value & 0xFFFF, value >>> 16};
    }

    @Override
    public void close() {
        server.close();
    }
}
