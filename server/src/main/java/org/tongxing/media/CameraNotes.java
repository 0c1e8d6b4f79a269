package org.tongxing.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote into a picture; a broken note is as good as none.
 *
 * @param orientation 1 to 8 as in EXIF, 1 for upright
 */
record CameraNotes(
        int orientation,
        @Nullable LocalDateTime takenAt,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    static final CameraNotes NONE = new CameraNotes(1, null, null, null);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int UPRIGHT = 1;

    static CameraNotes of(byte[] file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            return new CameraNotes(
                    orientation(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)),
                    takenAt(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)),
                    place(metadata.getFirstDirectoryOfType(GpsDirectory.class), true),
                    place(metadata.getFirstDirectoryOfType(GpsDirectory.class), false));
        } catch (ImageProcessingException | IOException | RuntimeException broken) {
            return NONE;
        }
    }

    private static int orientation(@Nullable ExifIFD0Directory directory) {
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? UPRIGHT : value;
    }

    private static @Nullable LocalDateTime takenAt(@Nullable ExifSubIFDDirectory directory) {
        Date date = directory == null ? null : directory.getDateOriginal(TimeZone.getTimeZone(ZONE));
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), ZONE);
    }

    private static @Nullable Double place(@Nullable GpsDirectory directory, boolean latitude) {
        GeoLocation place = directory == null ? null : directory.getGeoLocation();
        if (place == null || place.isZero()) {
            return null;
        }
        return latitude ? place.getLatitude() : place.getLongitude();
    }
}
