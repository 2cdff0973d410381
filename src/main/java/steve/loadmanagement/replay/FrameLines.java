/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.MeterMessageReader;
import steve.loadmanagement.metering.MeterReading;
import steve.loadmanagement.unit.Phase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the meter values of a frame say, as a line of JSON for a line of JSON. A wrong line is refused, with a reason. */
final class FrameLines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private FrameLines() {}

    static String read(String line) {
        try {
            JsonNode frame = MAPPER.readTree(line);
            return answer(frame.path("id"), reading(frame));
        } catch (JacksonException e) {
            return answer(
                    JsonNodeFactory.instance.nullNode(), MeterReading.refused("no JSON: " + e.getOriginalMessage()));
        }
    }

    private static MeterReading reading(JsonNode frame) {
        try {
            return MeterMessageReader.read(FrameReader.read(frame));
        } catch (FrameReader.NoMeterValues e) {
            return MeterReading.refused(e.reason());
        }
    }

    private static String answer(JsonNode id, MeterReading reading) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id.isMissingNode() ? JsonNodeFactory.instance.nullNode() : id);
        answer.set("currents_ma", currents(reading));
        answer.put("power_w", reading.power() == null ? null : reading.power().watts());
        answer.put(
                "energy_wh",
                reading.register() == null ? null : reading.register().wattHours());
        answer.put(
                "offered_ma",
                reading.offered() == null ? null : reading.offered().milliamps());
        answer.set("voltage_v", voltage(reading));
        answer.set("soc", number(reading.stateOfCharge()));
        answer.put("refused", reading.refused());
        return MAPPER.writeValueAsString(answer);
    }

    private static JsonNode currents(MeterReading reading) {
        ObjectNode currents = JsonNodeFactory.instance.objectNode();
        reading.currents().forEach((phase, current) -> currents.put(phase.name(), current.milliamps()));
        if (reading.currentOnAny() != null) {
            currents.put("any", reading.currentOnAny().milliamps());
        }
        return currents.isEmpty() ? JsonNodeFactory.instance.nullNode() : currents;
    }

    private static JsonNode voltage(MeterReading reading) {
        Map<Phase, BigDecimal> voltages = reading.voltages();
        if (voltages.isEmpty()) {
            return number(reading.voltageOnAny());
        }
        ObjectNode byPhase = JsonNodeFactory.instance.objectNode();
        voltages.forEach((phase, volts) -> byPhase.set(phase.name(), number(volts)));
        return byPhase;
    }

    private static JsonNode number(@Nullable BigDecimal value) {
        if (value == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return JsonNodeFactory.instance.numberNode(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }
}
