package org.tongxing.visit;

import org.tongxing.contract.VisitContent.Place;

/**
 * A point on the earth in degrees.
 *
 * @param accuracyMetres how far off it may be; zero where the phone said nothing
 */
record GeoPoint(double latitude, double longitude, double accuracyMetres) {

    private static final double EARTH_KILOMETRES = 6371.0;

    static String text(Place place) {
        return place.latitude() + "," + place.longitude() + ","
                + (place.accuracyMetres() == null ? 0 : place.accuracyMetres());
    }

    static GeoPoint of(String text) {
        String[] parts = text.split(",");
        return new GeoPoint(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                parts.length < 3 ? 0 : Double.parseDouble(parts[2]));
    }

    /** The distance along the surface (haversine). */
    double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - this.latitude) / 2;
        double east = Math.toRadians(other.longitude - this.longitude) / 2;
        double half = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(this.latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
