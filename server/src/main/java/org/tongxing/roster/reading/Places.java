package org.tongxing.roster.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.DivisionCode.Level;
import org.tongxing.region.PublishedPlaces;

/**
 * The provinces, cities and counties of the country by their names, to tell where somebody works from what a roster says. What
 * may mean two places means none: nothing is guessed, and what was understood is shown.
 */
public final class Places {

    /** The peoples who have given their names to divisions; a place is called without them: 恩施, not 恩施土家族苗族. */
    private static final String PEOPLES = "(?:(?:土家|布依|朝鲜|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬"
            + "|锡伯|塔吉克|鄂温克|裕固|保安|独龙|普米|蒙古|维吾尔|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|羌|土|怒|各)族?)*";

    private static final Pattern KIND = Pattern.compile("(.{2,}?)(?:省|市|盟|地区|林区|特区|新区|区|县|旗|" + PEOPLES + "自治[区州县旗])");
    private static final Pattern HERE =
            Pattern.compile("[本当](?:地|县|区|镇|乡|村)(?:内|里|上|城|城区)?|[县区镇乡村](?:内|里|上)|(?:家|学校)?附近|县城|城区|家门口|周边");
    /** What the statistics put between a province and its counties where there is no city. */
    private static final Pattern GROUP = Pattern.compile("市辖区|县|(?:省|自治区)直辖县级行政区划");

    private static final Pattern SEVERAL = Pattern.compile("[、,;/和及或]");
    private static final Pattern AROUND = Pattern.compile("^(?:长期)?(?:在|去|到)|(?:务工|打工|工作|上班|一带|等地|境内)+$");

    private final Map<DivisionCode, String> names = new TreeMap<>(Comparator.comparing(DivisionCode::value));
    private final Map<Character, List<Alias>> aliases = new HashMap<>();

    /** Those of the statistics, and under the same codes what this installation calls them, or has besides. */
    public Places(Map<DivisionCode, String> own) {
        PublishedPlaces.names().forEach((code, name) -> add(new DivisionCode(code), name));
        own.forEach(this::add);
    }

    /**
     * The place that is meant beyond doubt.
     *
     * @param home the village of the child, for those who write 本县
     */
    public Optional<Place> find(String written, DivisionCode home) {
        List<Optional<Place>> all = SEVERAL.splitAsStream(Texts.tight(written))
                .map(part -> AROUND.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .map(part -> one(part, home))
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : Optional.empty();
    }

    private Optional<Place> one(String text, DivisionCode home) {
        if (HERE.matcher(text).matches()) {
            return Optional.of(place(home.at(Level.COUNTY)));
        }
        Alias first = longest(text, new DivisionCode(""), home);
        if (first == null) {
            return Optional.empty();
        }
        Alias found = first;
        String rest = text.substring(first.name().length());
        for (Alias next = longest(rest, found.code(), home); next != null; next = longest(rest, found.code(), home)) {
            found = next;
            rest = rest.substring(next.name().length());
        }
        // 和平村 begins like 和平县: the short name of a county means it only if nothing unknown follows.
        boolean doubtful = !first.full() && found == first && first.code().level() == Level.COUNTY && !rest.isEmpty();
        return doubtful ? Optional.empty() : Optional.of(place(found.code()));
    }

    /** The division with the longest name a text begins with, if only one can be meant. */
    private @Nullable Alias longest(String text, DivisionCode within, DivisionCode home) {
        if (text.isEmpty()) {
            return null;
        }
        List<Alias> begun = this.aliases.getOrDefault(text.charAt(0), List.of()).stream()
                .filter(alias ->
                        within.contains(alias.code()) && !within.equals(alias.code()) && text.startsWith(alias.name()))
                .toList();
        int length =
                begun.stream().mapToInt(alias -> alias.name().length()).max().orElse(0);
        return meant(
                begun.stream().filter(alias -> alias.name().length() == length).toList(), home);
    }

    /**
     * Which of several of one name is meant: the one all others lie in (长沙 the city, not its 长沙县), a province before anything
     * smaller, a city of the own province before counties elsewhere. Otherwise nobody can tell.
     */
    private static @Nullable Alias meant(List<Alias> namesakes, DivisionCode home) {
        List<Alias> tops = namesakes.stream()
                .filter(one -> namesakes.stream()
                        .noneMatch(other -> other.code().contains(one.code())
                                && !other.code().equals(one.code())))
                .toList();
        if (tops.size() == 1) {
            return tops.get(0);
        }
        List<Alias> likely = tops.stream()
                .filter(one -> one.code().level() == Level.PROVINCE
                        || one.code().level() == Level.CITY
                                && home.at(Level.PROVINCE).contains(one.code()))
                .toList();
        return likely.size() == 1 ? likely.get(0) : null;
    }

    private Place place(DivisionCode code) {
        // 东莞 is a city without counties; the statistics give it one of the same name.
        DivisionCode whole = code.level() == Level.CITY ? new DivisionCode(code.value() + "00") : code;
        DivisionCode exact = this.names.getOrDefault(whole, "").equals(this.names.get(code)) ? whole : code;
        StringBuilder name = new StringBuilder();
        List<DivisionCode> path = new ArrayList<>(code.ancestors());
        path.add(code);
        path.forEach(one -> name.append(this.names.getOrDefault(one, "")));
        return new Place(exact, name.toString());
    }

    private void add(DivisionCode code, String name) {
        if (GROUP.matcher(name).matches()) {
            return;
        }
        this.names.put(code, name);
        alias(new Alias(name, code, true));
        var kind = KIND.matcher(name);
        if (kind.matches()) {
            alias(new Alias(kind.group(1), code, false));
        }
    }

    private void alias(Alias alias) {
        List<Alias> begun = this.aliases.computeIfAbsent(alias.name().charAt(0), letter -> new ArrayList<>());
        if (begun.stream()
                .noneMatch(known ->
                        known.name().equals(alias.name()) && known.code().equals(alias.code()))) {
            begun.add(alias);
        }
    }

    /**
     * A province, a city or a county.
     *
     * @param name with the names above it
     */
    public record Place(DivisionCode code, String name) {

        /** Whether no more is known than that it is somewhere around this county. */
        boolean mayBe(DivisionCode county) {
            return this.code.contains(county) && !this.code.equals(county);
        }
    }

    private record Alias(String name, DivisionCode code, boolean full) {}
}
