/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.demo;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The house's grid connection: other consumers, whose load leaps by 30 kW and comes down again, and a meter that shows
 * everything over Modbus TCP, laid out as an Eastron SDM630.
 */
final class GridConnection implements AutoCloseable {

    static final int LEAP_AT_S = 45;
    private static final int FALL_AT_S = 105;
    private static final double USUAL_W = 10_000;
    private static final double LEAP_W = 30_000;
    private static final double VOLTS = 230;
    private static final int PHASES = 3;
    private static final int REGISTERS = 60;
    private static final int CURRENTS = 6;
    private static final int POWERS = 12;
    private static final int TOTAL = 52;

    private final SimpleProcessImage image = new SimpleProcessImage(1);
    private final ModbusSlave server;
    private final int port;
    private volatile double baseW = USUAL_W;

    GridConnection() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < REGISTERS; i++) {
            image.addInputRegister(new SimpleInputRegister(0));
        }
        try {
            server = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 2, false);
            server.addProcessImage(1, image);
            server.open();
        } catch (ModbusException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    /** Other consumers, W, a third on each phase. */
    double watts() {
        return baseW;
    }

    double amps() {
        return baseW / PHASES / VOLTS;
    }

    /** What it is at that second, and what the meter shows. */
    void pass(int second, TrueLoad load) {
        baseW = second >= LEAP_AT_S && second < FALL_AT_S ? USUAL_W + LEAP_W : USUAL_W;
        for (int phase = 0; phase < PHASES; phase++) {
            show(CURRENTS + 2 * phase, load.amps(phase));
            show(POWERS + 2 * phase, load.amps(phase) * VOLTS);
        }
        show(TOTAL, load.watts());
    }

    private void show(int address, double value) {
        int bits = Float.floatToIntBits((float) value);
        image.setInputRegister(address, new SimpleInputRegister(bits >>> Short.SIZE));
        image.setInputRegister(address + 1, new SimpleInputRegister(bits & 0xFFFF));
    }

    @Override
    public void close() {
        server.close();
    }
}
