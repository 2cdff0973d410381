/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;

import java.time.Instant;
import ocpp.cs._2015._10.Measurand;
import ocpp.cs._2015._10.MeterValue;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.Phase;
import ocpp.cs._2015._10.SampledValue;
import ocpp.cs._2015._10.UnitOfMeasure;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.metering.MeterOverrides;
import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.Power;

/** Meter values as stations send them. */
class MeterValueReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-06-01T12:00:03Z");

    private static SampledValue sample(String value) {
        return new SampledValue().withValue(value);
    }

    private static Reading read(SampledValue... samples) {
        MeterValuesRequest request = new MeterValuesRequest()
                .withConnectorId(1)
                .withMeterValue(new MeterValue()
                        .withTimestamp(DateTime.parse("2026-06-01T12:00:00Z"))
                        .withSampledValue(samples));
        return MeterValueReader.read("CP1", request, MeterSetup.STANDARD, RECEIVED)
                .reading();
    }

    @Test
    void aValueWithoutMeasurandIsTheEnergyRegisterInWattHours() {
        assertThat(read(sample("2692")).register()).isEqualTo(Energy.ofWattHours(2692));
    }

    @Test
    void aValueInQuotesIsReadThoughSteveEscapesThemForItsPages() {
        assertThat(read(sample("&#34;2692&#34;")).register()).isEqualTo(Energy.ofWattHours(2692));
    }

    @Test
    void currentsComeByConductorAndAMissingOneIsNotZero() {
        Reading reading = read(
                sample("9.7").withMeasurand(Measurand.CURRENT_IMPORT).withPhase(Phase.L_1),
                sample("9.9").withMeasurand(Measurand.CURRENT_IMPORT).withPhase(Phase.L_2_N));
        assertThat(reading.imported()).isEqualTo(new ConductorCurrents(amps(9.7), amps(9.9), null));
    }

    @Test
    void aCurrentWithoutPhaseCountsOnEachConductor() {
        Reading reading = read(sample("16").withMeasurand(Measurand.CURRENT_IMPORT));
        assertThat(reading.imported()).isEqualTo(new ConductorCurrents(amps(16), amps(16), amps(16)));
    }

    @Test
    void kilowattsAndKilowattHoursAreConverted() {
        Reading reading = read(
                sample("7.36").withMeasurand(Measurand.POWER_ACTIVE_IMPORT).withUnit(UnitOfMeasure.K_W),
                sample("12.5")
                        .withMeasurand(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER)
                        .withUnit(UnitOfMeasure.K_WH));
        assertThat(reading.power()).isEqualTo(Power.ofWatts(7360));
        assertThat(reading.register()).isEqualTo(Energy.ofWattHours(12_500));
    }

    @Test
    void powerByPhaseIsSummedWhereThereIsNoTotal() {
        Reading reading = read(
                sample("1000").withMeasurand(Measurand.POWER_ACTIVE_IMPORT).withPhase(Phase.L_1),
                sample("1500").withMeasurand(Measurand.POWER_ACTIVE_IMPORT).withPhase(Phase.L_2));
        assertThat(reading.power()).isEqualTo(Power.ofWatts(2500));
    }

    @Test
    void theOfferedCurrentIsNoImportedCurrent() {
        Reading reading = read(sample("13").withMeasurand(Measurand.CURRENT_OFFERED));
        assertThat(reading.offered()).isEqualTo(amps(13));
        assertThat(reading.imported()).isNull();
    }

    @Test
    void freshnessIsThatOfOurClock() {
        assertThat(read(sample("1")).receivedAt()).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "", "twelve", "1e999999999", "99999999999", "-", "0x10"})
    void whatIsNoSoundNumberIsAsIfItWereNotThere(String value) {
        Reading reading =
                read(sample(value).withMeasurand(Measurand.CURRENT_IMPORT).withPhase(Phase.L_1));
        assertThat(reading.imported()).isNull();
    }

    @Test
    void theMainMeterIsNoEvseButWhereTheStationHasOnlyOne() {
        MeterSetup single = new MeterSetup(MeterOverrides.NONE, null, false, 100, true);
        assertThat(evse(0, MeterSetup.STANDARD)).isZero();
        assertThat(evse(2, MeterSetup.STANDARD)).isEqualTo(2);
        assertThat(evse(0, single)).isEqualTo(1);
        assertThat(MeterValueReader.isOfSomething(new MeterValuesRequest())).isFalse();
        assertThat(MeterValueReader.isOfSomething(new MeterValuesRequest().withConnectorId(-1)))
                .isFalse();
    }

    private static int evse(int connector, MeterSetup setup) {
        MeterValuesRequest request = new MeterValuesRequest().withConnectorId(connector);
        return MeterValueReader.read("CP1", request, setup, RECEIVED).evse().evseId();
    }

    @Test
    void directCurrentIsNoCurrentOfTheGrid() {
        Reading reading = read(
                sample("120").withMeasurand(Measurand.CURRENT_IMPORT),
                sample("395").withMeasurand(Measurand.VOLTAGE),
                sample("47.4").withMeasurand(Measurand.POWER_ACTIVE_IMPORT).withUnit(UnitOfMeasure.K_W));
        Current onEach = Current.ofMilliamps(74_670);
        assertThat(reading.imported()).isEqualTo(new ConductorCurrents(onEach, onEach, onEach));
    }
}
