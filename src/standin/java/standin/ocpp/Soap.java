/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelopes of OCPP-S 1.6 (SOAP 1.2, WS-Addressing), read into the same trees as the payloads of OCPP-J: an element
 * is a property by its local name, elements of the same name become an array, all values are texts.
 */
public final class Soap {

    /** What stations send to the central system, and its answers. */
    public static final String TO_CENTRAL_SYSTEM = "urn://Ocpp/Cs/2015/10/";

    /** What the central system sends to stations, and their answers. */
    public static final String TO_CHARGE_POINT = "urn://Ocpp/Cp/2015/10/";

    public static final String CONTENT_TYPE = "application/soap+xml; charset=utf-8";

    private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private Soap() {}

    /**
     * An envelope.
     *
     * @param namespace of the body's elements
     * @param chargeBoxId who is speaking, or spoken to
     * @param from where the sender takes calls; empty for none
     * @param name of the body's first element, such as {@code heartbeatRequest}
     */
    public record Message(String namespace, String chargeBoxId, String from, String name, JsonNode payload) {

        /** The action as OCPP-J calls it, such as {@code Heartbeat}. */
        public String action() {
            String bare = name.replaceFirst("(Request|Response)$", "");
            return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
        }
    }

    /** The element's name for an action of OCPP-J. */
    public static String request(String action) {
        return Character.toLowerCase(action.charAt(0)) + action.substring(1) + "Request";
    }

    public static Message read(String xml) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            return envelope(reader);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Message envelope(XMLStreamReader reader) throws XMLStreamException {
        String chargeBoxId = "";
        String from = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "chargeBoxIdentity" -> chargeBoxId = reader.getElementText();
                case "From" -> from = tree(reader).path("Address").asString("");
                case "Body" -> {
                    reader.nextTag();
                    return new Message(
                            reader.getNamespaceURI(), chargeBoxId, from, reader.getLocalName(), tree(reader));
                }
                default -> {}
            }
        }
        throw new XMLStreamException("an envelope without a body");
    }

    /** The element at which the reader stands; an element with children is an object, one without is a text. */
    private static JsonNode tree(XMLStreamReader reader) throws XMLStreamException {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                add(object, reader.getLocalName(), tree(reader));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return object.isEmpty() && !text.toString().isBlank()
                ? JsonMapper.shared().valueToTree(text.toString().strip())
                : object;
    }

    private static void add(ObjectNode object, String name, JsonNode child) {
        switch (object.get(name)) {
            case null -> object.set(name, child);
            case ArrayNode several -> several.add(child);
            case JsonNode one ->
                object.set(name, JsonMapper.shared().createArrayNode().add(one).add(child));
        }
    }

    public static String write(Message message) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartElement("s", "Envelope", ENVELOPE);
            writer.writeNamespace("s", ENVELOPE);
            writer.writeNamespace("a", ADDRESSING);
            writer.writeNamespace("o", message.namespace());
            header(writer, message);
            writer.writeStartElement("s", "Body", ENVELOPE);
            element(writer, message.namespace(), message.name(), message.payload());
            writer.writeEndElement();
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void header(XMLStreamWriter writer, Message message) throws XMLStreamException {
        writer.writeStartElement("s", "Header", ENVELOPE);
        writer.writeStartElement("o", "chargeBoxIdentity", message.namespace());
        writer.writeCharacters(message.chargeBoxId());
        writer.writeEndElement();
        writer.writeStartElement("a", "Action", ADDRESSING);
        writer.writeCharacters("/" + message.action());
        writer.writeEndElement();
        if (!message.from().isEmpty()) {
            writer.writeStartElement("a", "From", ADDRESSING);
            writer.writeStartElement("a", "Address", ADDRESSING);
            writer.writeCharacters(message.from());
            writer.writeEndElement();
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }

    private static void element(XMLStreamWriter writer, String namespace, String name, JsonNode value)
            throws XMLStreamException {
        if (value.isArray()) {
            for (JsonNode one : value) {
                element(writer, namespace, name, one);
            }
            return;
        }
        writer.writeStartElement("o", name, namespace);
        if (value.isObject()) {
            for (var property : value.properties()) {
                element(writer, namespace, property.getKey(), property.getValue());
            }
        } else {
            writer.writeCharacters(value.asString());
        }
        writer.writeEndElement();
    }
}
