/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cs._2015._10;

/** The SampledValue type of OCPP 1.6, under SteVe's name. */
public class SampledValue {

    private String value;
    private ReadingContext context;
    private ValueFormat format;
    private Measurand measurand;
    private Phase phase;
    private Location location;
    private UnitOfMeasure unit;

    public String getValue() {
        return value;
    }

    public boolean isSetValue() {
        return value != null;
    }

    public SampledValue withValue(String value) {
        this.value = value;
        return this;
    }

    public ReadingContext getContext() {
        return context;
    }

    public boolean isSetContext() {
        return context != null;
    }

    public SampledValue withContext(ReadingContext value) {
        this.context = value;
        return this;
    }

    public ValueFormat getFormat() {
        return format;
    }

    public boolean isSetFormat() {
        return format != null;
    }

    public SampledValue withFormat(ValueFormat value) {
        this.format = value;
        return this;
    }

    public Measurand getMeasurand() {
        return measurand;
    }

    public boolean isSetMeasurand() {
        return measurand != null;
    }

    public SampledValue withMeasurand(Measurand value) {
        this.measurand = value;
        return this;
    }

    public Phase getPhase() {
        return phase;
    }

    public boolean isSetPhase() {
        return phase != null;
    }

    public SampledValue withPhase(Phase value) {
        this.phase = value;
        return this;
    }

    public Location getLocation() {
        return location;
    }

    public boolean isSetLocation() {
        return location != null;
    }

    public SampledValue withLocation(Location value) {
        this.location = value;
        return this;
    }

    public UnitOfMeasure getUnit() {
        return unit;
    }

    public boolean isSetUnit() {
        return unit != null;
    }

    public SampledValue withUnit(UnitOfMeasure value) {
        this.unit = value;
        return this;
    }
}
