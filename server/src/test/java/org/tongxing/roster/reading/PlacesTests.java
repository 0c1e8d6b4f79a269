package org.tongxing.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;

/** Where somebody works, from what a roster says; no guess, and never another county than the one that is meant. */
@Clause("GD-07")
class PlacesTests {

    private static final DivisionCode HOME = new DivisionCode("511304114205");

    private final Places places = new Places(Map.of());

    @ParameterizedTest
    @CsvSource({
        "广东东莞,441900,广东省东莞市",
        "广东省东莞市长安镇,441900,广东省东莞市",
        "东莞打工,441900,广东省东莞市",
        "浙江省温州市,3303,浙江省温州市",
        "浙江 义乌,330782,浙江省金华市义乌市",
        "昆山,320583,江苏省苏州市昆山市",
        "江苏省昆山市,320583,江苏省苏州市昆山市",
        "成都,5101,四川省成都市",
        "在成都务工,5101,四川省成都市",
        "成都市区,5101,四川省成都市",
        "成都市双流区,510116,四川省成都市双流区",
        "上海市松江区,310117,上海市松江区",
        "北京朝阳,110105,北京市朝阳区",
        "重庆市沙坪坝区,500106,重庆市沙坪坝区",
        "新疆乌鲁木齐市,6501,新疆维吾尔自治区乌鲁木齐市",
        "新疆,65,新疆维吾尔自治区",
        "内蒙古,15,内蒙古自治区",
        "四川凉山,5134,四川省凉山彝族自治州",
        "深圳富士康,4403,广东省深圳市",
        "长沙,4301,湖南省长沙市",
        "吉林,22,吉林省",
        "海南,46,海南省",
        "黔西南州,5223,贵州省黔西南布依族苗族自治州",
        "贵州黔东南,5226,贵州省黔东南苗族侗族自治州",
        "前郭尔罗斯,220721,吉林省松原市前郭尔罗斯蒙古族自治县",
        "陕西西安,6101,陕西省西安市",
        "四川省南充市嘉陵区,511304,四川省南充市嘉陵区",
        "嘉陵区,511304,四川省南充市嘉陵区",
        "本县,511304,四川省南充市嘉陵区",
        "镇上,511304,四川省南充市嘉陵区",
        "深圳、深圳市,4403,广东省深圳市"
    })
    void understandsWhatPeopleWrite(String written, String code, String name) {
        assertThat(this.places.find(written, HOME))
                .hasValueSatisfying(place -> assertThat(place.code().value()).isEqualTo(code))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"外省", "省外", "通州", "鼓楼区", "朝阳", "西安", "中山", "和平村", "不清楚", "工地", "深圳、东莞", "区", "电子厂", "海边"})
    void saysNothingWhereItMayBeAnotherPlace(String written) {
        assertThat(this.places.find(written, HOME)).isEmpty();
    }

    @Test
    void takesACityOfTheOwnProvinceBeforeADistrictFarAway() {
        DivisionCode guangdong = new DivisionCode("440229102201");
        assertThat(this.places.find("中山", guangdong))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("广东省中山市"));
    }

    /** Every county the migrations and the loader know has the name and the code the list has. */
    @Test
    void saysOfTheSamplesDivisionsWhatTheMigrationsSay() throws Exception {
        String sql = Files.readString(Path.of("../sql/migration/V012__region_sichuan.sql"));
        List<MatchResult> divisions = Pattern.compile("\\('(\\d{2,6})', '([^']+)', '(?:PROVINCE|CITY|COUNTY)'")
                .matcher(sql)
                .results()
                .toList();
        assertThat(divisions).isNotEmpty();
        String list = Files.readString(Path.of("src/main/resources/places.csv"));
        assertThat(divisions)
                .allSatisfy(division ->
                        assertThat(list).contains("\n" + division.group(1) + "," + division.group(2) + "\n"));
    }

    @Test
    void knowsWhatThisInstallationCallsAPlace() {
        Places own = new Places(Map.of(
                new DivisionCode("511391"), "金宝新区",
                new DivisionCode("5101"), "蓉城市",
                new DivisionCode("1101"), "市辖区"));
        assertThat(own.find("四川省南充市金宝新区", HOME))
                .hasValueSatisfying(place -> assertThat(place.code().value()).isEqualTo("511391"));
        assertThat(own.find("蓉城", HOME))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("四川省蓉城市"));
        assertThat(own.find("北京朝阳", HOME))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("北京市朝阳区"));
    }
}
