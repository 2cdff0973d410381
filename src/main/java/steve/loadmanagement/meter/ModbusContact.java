/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import steve.loadmanagement.capacity.SignalSource.ModbusDimming;

/** A contact of a control box: one coil or discrete input. */
final class ModbusContact implements AutoCloseable {

    private final ModbusDimming source;
    private final ModbusTcpClient client;

    ModbusContact(ModbusDimming source) {
        this.source = source;
        this.client = ModbusProbe.client(source.host(), source.port());
    }

    /**
     * Whether the grid operator dims.
     *
     * @throws MeterFailure if the box cannot be reached or refuses
     */
    boolean isDimmed() throws MeterFailure {
        try {
            if (!client.isConnected()) {
                client.connect();
            }
            byte[] bits = source.isCoil()
                    ? client.readCoils(source.unitId(), new ReadCoilsRequest(source.address(), 1))
                            .coils()
                    : client.readDiscreteInputs(source.unitId(), new ReadDiscreteInputsRequest(source.address(), 1))
                            .inputs();
            if (bits.length == 0) {
                throw new MeterFailure(source.host() + ":" + source.port() + " answers with no bit");
            }
            return (bits[0] & 1) == 1 ^ source.isInverted();
        } catch (ModbusException e) {
            throw MeterFailure.of(source.host() + ":" + source.port() + " unit " + source.unitId(), e);
        }
    }

    @Override
    public void close() {
        client.disconnectAsync();
    }
}
