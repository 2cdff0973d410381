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
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterSource.ModbusTcp;

/** Reads registers over Modbus TCP. Registers that stand together are read together. */
final class ModbusProbe implements Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST_READ = 100;
    private static final int BYTES = 2;

    private final ModbusTcp source;
    private final RegisterMap map;
    private final ModbusTcpClient client;
    private @Nullable Integer base;

    ModbusProbe(ModbusTcp source, RegisterMap map) {
        this.source = source;
        this.map = map;
        this.client = client(source.host(), source.port());
    }

    /** Not connected yet; does not come back by itself. */
    static ModbusTcpClient client(String host, int port) {
        return ModbusTcpClient.create(
                NettyTcpClientTransport.create(transport -> transport
                        .setHostname(host)
                        .setPort(port)
                        .setConnectTimeout(PATIENCE)
                        .setConnectPersistent(false)),
                config -> config.setRequestTimeout(PATIENCE));
    }

    @Override
    public Map<MeterQuantity, BigDecimal> read() throws MeterFailure {
        try {
            if (!client.isConnected()) {
                base = null;
                client.connect();
            }
            int from = base();
            return values(registers(from), from);
        } catch (ModbusException e) {
            throw MeterFailure.of(source.host() + ":" + source.port() + " unit " + source.unitId(), e);
        }
    }

    private int base() throws ModbusException, MeterFailure {
        Integer known = base;
        if (known == null) {
            Integer model = map.sunspec();
            known = model == null ? 0 : new SunSpec(this::read).find(model);
            base = known;
        }
        return known;
    }

    /** All registers that the map names, each with its two bytes. */
    private Map<Integer, byte[]> registers(int from) throws ModbusException {
        TreeMap<Integer, byte[]> words = new TreeMap<>();
        for (RegisterMap.Entry entry : map.entries().values()) {
            for (int i = 0; i < entry.type().words(); i++) {
                words.put(from + entry.address() + i, new byte[0]);
            }
            if (entry.scaleAddress() != null) {
                words.put(from + entry.scaleAddress(), new byte[0]);
            }
        }
        Integer first = words.isEmpty() ? null : words.firstKey();
        while (first != null) {
            int count = 1;
            while (count < LONGEST_READ && words.containsKey(first + count)) {
                count++;
            }
            byte[] bytes = read(first, count);
            for (int i = 0; i < count; i++) {
                words.put(first + i, Arrays.copyOfRange(bytes, i * BYTES, (i + 1) * BYTES));
            }
            first = words.higherKey(first + count - 1);
        }
        return words;
    }

    /** That many registers, two bytes each. */
    private byte[] read(int address, int count) throws ModbusException {
        byte[] bytes = map.isInput()
                ? client.readInputRegisters(source.unitId(), new ReadInputRegistersRequest(address, count))
                        .registers()
                : client.readHoldingRegisters(source.unitId(), new ReadHoldingRegistersRequest(address, count))
                        .registers();
        return Arrays.copyOf(bytes, count * BYTES);
    }

    private Map<MeterQuantity, BigDecimal> values(Map<Integer, byte[]> registers, int from) {
        Map<MeterQuantity, BigDecimal> values = new EnumMap<>(MeterQuantity.class);
        map.entries().forEach((quantity, entry) -> {
            BigDecimal raw =
                    entry.type().decode(bytes(registers, from + entry.address(), entry.type()), map.isLowWordFirst());
            BigDecimal scale = scale(registers, from, entry);
            if (raw != null && scale != null) {
                BigDecimal value = raw.multiply(entry.factor()).multiply(scale);
                values.put(quantity, source.isInverted() ? value.negate() : value);
            }
        });
        return values;
    }

    private static @Nullable BigDecimal scale(Map<Integer, byte[]> registers, int from, RegisterMap.Entry entry) {
        Integer address = entry.scaleAddress();
        if (address == null) {
            return BigDecimal.ONE;
        }
        BigDecimal power = RegisterType.INT16.decode(bytes(registers, from + address, RegisterType.INT16), false);
        return power == null ? null : BigDecimal.ONE.scaleByPowerOfTen(power.intValue());
    }

    private static byte[] bytes(Map<Integer, byte[]> registers, int address, RegisterType type) {
        byte[] bytes = new byte[type.words() * BYTES];
        for (int i = 0; i < type.words(); i++) {
            System.arraycopy(registers.getOrDefault(address + i, new byte[BYTES]), 0, bytes, i * BYTES, BYTES);
        }
        return bytes;
    }

    @Override
    public void close() {
        client.disconnectAsync();
    }
}
