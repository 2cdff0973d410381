/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A meter or control box over Modbus TCP, by another library than the plugin's. */
public final class ModbusServer implements AutoCloseable {

    private final SimpleProcessImage image;
    private final ModbusSlave server;
    private final int port;

    public ModbusServer(int unitId) {
        this(unitId, freePort());
    }

    /** On the port of one that was closed. */
    public ModbusServer(int unitId, int port) {
        this.port = port;
        image = new SimpleProcessImage(unitId);
        try {
            server = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 2, false);
            server.addProcessImage(unitId, image);
            server.open();
        } catch (ModbusException e) {
            throw new AssertionError(e);
        }
    }

    /** One that nobody listens on. */
    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public int port() {
        return port;
    }

    public void holding(int address, int... words) {
        while (image.getRegisterCount() < address + words.length) {
            image.addRegister(new SimpleRegister(0));
        }
        for (int i = 0; i < words.length; i++) {
            image.setRegister(address + i, new SimpleRegister(words[i]));
        }
    }

    public void input(int address, int... words) {
        while (image.getInputRegisterCount() < address + words.length) {
            image.addInputRegister(new SimpleInputRegister(0));
        }
        for (int i = 0; i < words.length; i++) {
            image.setInputRegister(address + i, new SimpleInputRegister(words[i]));
        }
    }

    public void coil(int address, boolean isOn) {
        while (image.getDigitalOutCount() <= address) {
            image.addDigitalOut(new SimpleDigitalOut(false));
        }
        image.setDigitalOut(address, new SimpleDigitalOut(isOn));
    }

    public void contact(int address, boolean isOn) {
        while (image.getDigitalInCount() <= address) {
            image.addDigitalIn(new SimpleDigitalIn(false));
        }
        image.setDigitalIn(address, new SimpleDigitalIn(isOn));
    }

    /** The words of a float, high word first. */
    public static int[] words(float value) {
        return words(Float.floatToIntBits(value));
    }

    /** The words of an integer, high word first. */
    public static int[] words(int value) {
        return new int[] {value >>> 16, value & 0xFFFF};
    }

    /** The same, low word first. */
    public static int[] lowFirst(int value) {
        return new int[] {value & 0xFFFF, value >>> 16};
    }

    @Override
    public void close() {
        server.close();
    }
}
