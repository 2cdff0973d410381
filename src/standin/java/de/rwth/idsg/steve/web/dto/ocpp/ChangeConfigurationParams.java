/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.web.dto.ocpp;

/** What ChangeConfiguration is asked for. */
public class ChangeConfigurationParams extends MultipleChargePointSelect {

    private ConfigurationKeyType keyType = ConfigurationKeyType.PREDEFINED;
    private String customConfKey;
    private String value;

    public String getCustomConfKey() {
        return keyType == ConfigurationKeyType.CUSTOM ? customConfKey : null;
    }

    public void setCustomConfKey(String customConfKey) {
        this.customConfKey = customConfKey;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public void setKeyType(ConfigurationKeyType keyType) {
        this.keyType = keyType;
    }

    /** One of OCPP's keys, or any other. */
    public enum ConfigurationKeyType {
        PREDEFINED,
        CUSTOM
    }
}
