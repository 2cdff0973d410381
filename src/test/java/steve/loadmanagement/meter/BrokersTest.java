/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import support.Await;
import support.BrokerIdentity;
import support.ModbusServer;
import support.Mqtt5Broker;
import support.MqttBroker;

/** Both versions of MQTT, with TLS and without, against a broker that is not ours and goes and comes back. */
class BrokersTest {

    @TempDir
    static Path folder;

    private static BrokerIdentity identity;
    private static BrokerIdentity ofAnotherHost;

    private final Queue<MeterReading> readings = new ConcurrentLinkedQueue<>();
    private final MeterAdapters adapters =
            new MeterAdapters(Clock.systemUTC(), _ -> MqttBroker.PASSWORD, readings::add);
    private final int plainPort = ModbusServer.freePort();
    private final int tlsPort = ModbusServer.freePort();

    @BeforeAll
    static void identities() throws Exception {
        identity = BrokerIdentity.make(folder, "ip:127.0.0.1");
        ofAnotherHost = BrokerIdentity.make(folder, "dns:other.example");
    }

    @AfterEach
    void close() {
        adapters.close();
    }

    private MqttBroker broker(BrokerIdentity who) throws Exception {
        return new MqttBroker(folder, plainPort, new MqttBroker.Tls(tlsPort, who));
    }

    private MeterSettings meter(
            boolean isTls, int version, @Nullable String certificate, Map<MeterQuantity, ValuePath> values) {
        String url = isTls ? "ssl://127.0.0.1:" + tlsPort : "tcp://127.0.0.1:" + plainPort;
        return new MeterSettings(
                new MeterId(1),
                new StrandId(1),
                "M",
                new MeterSource.Mqtt(url, version, MqttBroker.USER, certificate, values),
                Spread.BALANCED,
                Duration.ofSeconds(30),
                new StaleRule.StopCharging(),
                false,
                0);
    }

    private static Map<MeterQuantity, ValuePath> power() {
        return Map.of(MeterQuantity.POWER, at("evcc/site/grid/power", ""));
    }

    private static ValuePath at(String topic, String pointer) {
        return new ValuePath(topic, pointer, BigDecimal.ONE);
    }

    private boolean hasPower(int watts) {
        return readings.stream()
                .anyMatch(it -> it instanceof MeterReading.Measured measured
                        && measured.power().watts() == watts);
    }

    @ParameterizedTest(name = "TLS {0}")
    @ValueSource(booleans = {false, true})
    void version3ComesInAndComesBackWhenTheBrokerDoes(boolean isTls) throws Exception {
        adapters.keep(List.of(meter(isTls, 3, isTls ? identity.certificate() : null, power())));
        try (MqttBroker broker = broker(identity)) {
            broker.publish("evcc/site/grid/power", "1500");
            Await.until("the value came", () -> hasPower(1500));
        }
        try (MqttBroker broker = broker(identity)) {
            broker.publish("evcc/site/grid/power", "-2500");
            Await.until("it came back by itself", () -> hasPower(-2500));
        }
    }

    @ParameterizedTest(name = "TLS {0}")
    @ValueSource(booleans = {false, true})
    void version5ComesInAndComesBackWhenTheBrokerDoes(boolean isTls) throws Exception {
        int port = isTls ? tlsPort : plainPort;
        adapters.keep(List.of(meter(isTls, 5, isTls ? identity.certificate() : null, power())));
        try (Mqtt5Broker broker = new Mqtt5Broker(port, isTls ? identity : null)) {
            broker.publish("evcc/site/grid/power", "1500");
            Await.until("the value came", () -> hasPower(1500));
        }
        try (Mqtt5Broker broker = new Mqtt5Broker(port, isTls ? identity : null)) {
            broker.publish("evcc/site/grid/power", "-2500");
            Await.until("it came back by itself", () -> hasPower(-2500));
        }
    }

    @ParameterizedTest(name = "MQTT {0}")
    @ValueSource(ints = {3, 5})
    void aBrokerWhomNobodyVouchesForIsNotBelieved(int version) throws Exception {
        try (MqttBroker broker = broker(identity)) {
            broker.publish("evcc/site/grid/power", "1500");
            assertThat(test(meter(true, version, null, power()))).contains("certification path");
            assertThat(test(meter(true, version, ofAnotherHost.certificate(), power())))
                    .contains("Signature does not match");
        }
    }

    @ParameterizedTest(name = "MQTT {0}")
    @ValueSource(ints = {3, 5})
    void aCertificateForAnotherHostIsNotBelieved(int version) throws Exception {
        try (MqttBroker broker = broker(ofAnotherHost)) {
            broker.publish("evcc/site/grid/power", "1500");
            assertThat(test(meter(true, version, ofAnotherHost.certificate(), power())))
                    .contains("127.0.0.1")
                    .contains("subject alternative names");
        }
    }

    @Test
    void whatIsNoCertificateIsNamed() {
        assertThat(test(meter(true, 3, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----", power())))
                .contains("the broker's certificate cannot be read");
    }

    @Test
    void aWrongPasswordIsNamedByVersion5Too() throws Exception {
        try (Mqtt5Broker broker = new Mqtt5Broker(plainPort, null)) {
            broker.publish("evcc/site/grid/power", "1500");
            assertThat(adapters.test(meter(false, 5, null, power()), "wrong"))
                    .isInstanceOfSatisfying(
                            MeterReading.Unusable.class,
                            it -> assertThat(it.why()).contains("127.0.0.1").doesNotContain("wrong"));
        }
    }

    private String test(MeterSettings meter) {
        return adapters.test(meter, MqttBroker.PASSWORD) instanceof MeterReading.Unusable unusable
                ? unusable.why()
                : "it was believed";
    }

    static Stream<Arguments> devices() {
        return Stream.of(tasmota(), shelly3em(), shellyPro3em(), evcc());
    }

    private static Arguments tasmota() {
        return Arguments.of(
                "Tasmota",
                Map.of(
                        MeterQuantity.POWER_L1, at("tele/grid/SENSOR", "/ENERGY/Power/0"),
                        MeterQuantity.POWER_L2, at("tele/grid/SENSOR", "/ENERGY/Power/1"),
                        MeterQuantity.POWER_L3, at("tele/grid/SENSOR", "/ENERGY/Power/2"),
                        MeterQuantity.CURRENT_L1, at("tele/grid/SENSOR", "/ENERGY/Current/0"),
                        MeterQuantity.CURRENT_L2, at("tele/grid/SENSOR", "/ENERGY/Current/1"),
                        MeterQuantity.CURRENT_L3, at("tele/grid/SENSOR", "/ENERGY/Current/2")),
                Map.of(
                        "tele/grid/SENSOR",
                        "{\"Time\":\"2026-11-23T08:00:00\",\"ENERGY\":{\"TotalStartTime\":\"2026-01-01T00:00:00\","
                                + "\"Total\":12.3,\"Power\":[920,-460,230],\"ApparentPower\":[930,470,240],"
                                + "\"Voltage\":230,\"Current\":[4.000,2.000,1.000]}}"),
                currents(4, -2, 1),
                690);
    }

    private static Arguments shelly3em() {
        return Arguments.of(
                "Shelly 3EM",
                Map.of(
                        MeterQuantity.POWER_L1, at("shellies/em3/emeter/0/power", ""),
                        MeterQuantity.POWER_L2, at("shellies/em3/emeter/1/power", ""),
                        MeterQuantity.POWER_L3, at("shellies/em3/emeter/2/power", "")),
                Map.of(
                        "shellies/em3/emeter/0/power", "690.00",
                        "shellies/em3/emeter/1/power", "-230.00",
                        "shellies/em3/emeter/2/power", "0.00"),
                currents(3, -1, 0),
                460);
    }

    private static Arguments shellyPro3em() {
        return Arguments.of(
                "Shelly Pro 3EM",
                Map.of(
                        MeterQuantity.POWER, at("em/status/em:0", "/total_act_power"),
                        MeterQuantity.CURRENT_L1, at("em/status/em:0", "/a_current"),
                        MeterQuantity.CURRENT_L2, at("em/status/em:0", "/b_current"),
                        MeterQuantity.CURRENT_L3, at("em/status/em:0", "/c_current")),
                Map.of(
                        "em/status/em:0",
                        "{\"id\":0,\"a_current\":4.000,\"a_voltage\":230.1,\"a_act_power\":920.0,\"a_pf\":1.00,"
                                + "\"b_current\":3.000,\"c_current\":2.000,\"n_current\":null,"
                                + "\"total_current\":9.000,\"total_act_power\":2070.000,\"user_calibrated_phase\":[]}"),
                currents(4, 3, 2),
                2070);
    }

    private static Arguments evcc() {
        return Arguments.of(
                "evcc",
                Map.of(
                        MeterQuantity.POWER, at("evcc/site/grid/power", ""),
                        MeterQuantity.CURRENT_L1, at("evcc/site/grid/currents/1", ""),
                        MeterQuantity.CURRENT_L2, at("evcc/site/grid/currents/2", ""),
                        MeterQuantity.CURRENT_L3, at("evcc/site/grid/currents/3", "")),
                Map.of(
                        "evcc/site/grid/power", "-1380",
                        "evcc/site/grid/currents/1", "-3",
                        "evcc/site/grid/currents/2", "-2",
                        "evcc/site/grid/currents/3", "-1"),
                currents(-3, -2, -1),
                -1380);
    }

    private static PhaseCurrents currents(int l1, int l2, int l3) {
        return new PhaseCurrents(Current.ofAmps(l1), Current.ofAmps(l2), Current.ofAmps(l3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void takesWhatItPublishes(
            String device,
            Map<MeterQuantity, ValuePath> values,
            Map<String, String> messages,
            PhaseCurrents currents,
            int watts)
            throws Exception {
        try (MqttBroker broker = broker(identity)) {
            for (Map.Entry<String, String> message : messages.entrySet()) {
                broker.publish(message.getKey(), message.getValue());
            }
            assertThat(adapters.test(meter(true, 3, identity.certificate(), values), MqttBroker.PASSWORD))
                    .as(device)
                    .isInstanceOfSatisfying(MeterReading.Measured.class, it -> {
                        assertThat(it.currents()).isEqualTo(currents);
                        assertThat(it.power().watts()).isEqualTo(watts);
                    });
        }
    }
}
