/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp.task;

import de.rwth.idsg.ocpp.jaxb.ResponseType;
import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.service.ChargePointService;
import de.rwth.idsg.steve.web.dto.ocpp.GetConfigurationParams;
import java.util.List;
import ocpp.cp._2015._10.GetConfigurationRequest;
import ocpp.cp._2015._10.GetConfigurationResponse;

/** Sends GetConfiguration. */
public class GetConfigurationTask
        extends CommunicationTask<GetConfigurationParams, GetConfigurationTask.ConfigurationKeyValues> {

    public GetConfigurationTask(GetConfigurationParams params, ChargePointService chargePoints) {
        super(params);
    }

    @Override
    public GetConfigurationRequest getOcpp16Request() {
        return new GetConfigurationRequest().withKey(params.getConfKeyList().toArray(String[]::new));
    }

    @Override
    public Class<GetConfigurationResponse> responseClass() {
        return GetConfigurationResponse.class;
    }

    @Override
    protected ConfigurationKeyValues resultOf(ResponseType response) {
        return new ConfigurationKeyValues(((GetConfigurationResponse) response)
                .getConfigurationKey().stream()
                        .map(key -> new KeyValue(key.getKey(), key.getValue()))
                        .toList());
    }

    /** The keys that a station has. */
    public static class ConfigurationKeyValues {

        private final List<KeyValue> configurationKeys;

        public ConfigurationKeyValues(List<KeyValue> configurationKeys) {
            this.configurationKeys = configurationKeys;
        }

        public List<KeyValue> getConfigurationKeys() {
            return configurationKeys;
        }
    }

    /** A key and what it is set to. */
    public static class KeyValue {

        private final String key;
        private final String value;

        public KeyValue(String key, String value) {
            this.key = key;
            this.value = value;
        }

        public String getKey() {
            return key;
        }

        public String getValue() {
            return value;
        }
    }
}
