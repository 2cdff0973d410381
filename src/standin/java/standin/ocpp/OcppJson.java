/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.jspecify.annotations.Nullable;
import org.owasp.encoder.Encode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The frames of OCPP-J 1.6, section 4, as text. */
final class OcppJson {

    static final int CALL = 2;
    static final int CALL_RESULT = 3;
    static final int CALL_ERROR = 4;

    /** For SOAP, whose texts the host leaves alone. */
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(new SimpleModule()
                    .addSerializer(DateTime.class, new DateTimeWriter())
                    .addDeserializer(DateTime.class, new DateTimeReader()))
            .build();

    /** The host escapes every text for its pages, on its way in and on its way out. */
    private static final JsonMapper MAPPER = PLAIN.rebuild()
            .addModule(new SimpleModule("escaping")
                    .addSerializer(String.class, new EscapingWriter())
                    .addDeserializer(String.class, new EscapingReader()))
            .build();

    private OcppJson() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static <T> T payload(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node.isNull() ? MAPPER.createObjectNode() : node, type);
    }

    static <T> T plainPayload(JsonNode node, Class<T> type) {
        return PLAIN.treeToValue(node, type);
    }

    static JsonNode plainTree(Object payload) {
        return PLAIN.valueToTree(payload);
    }

    static String call(String id, String action, Object payload) {
        return MAPPER.writeValueAsString(List.of(CALL, id, action, payload));
    }

    static String result(String id, Object payload) {
        return MAPPER.writeValueAsString(List.of(CALL_RESULT, id, payload));
    }

    static String error(@Nullable String id, String code, String description) {
        return MAPPER.writeValueAsString(
                List.of(CALL_ERROR, id == null ? "" : id, code, description, java.util.Map.of()));
    }

    private static final class EscapingWriter extends ValueSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Encode.forHtml(value));
        }
    }

    private static final class EscapingReader extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return Encode.forHtml(super.deserialize(parser, context));
        }
    }

    private static final class DateTimeWriter extends ValueSerializer<DateTime> {
        @Override
        public void serialize(DateTime value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.withZone(DateTimeZone.UTC).toString());
        }
    }

    private static final class DateTimeReader extends ValueDeserializer<DateTime> {
        @Override
        public DateTime deserialize(JsonParser parser, DeserializationContext context) {
            return DateTime.parse(parser.getString()).withZone(DateTimeZone.UTC);
        }
    }
}
