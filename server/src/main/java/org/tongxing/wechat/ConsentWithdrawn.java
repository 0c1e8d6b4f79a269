package org.tongxing.wechat;

import java.util.List;

/**
 * Somebody does not want messages of these templates any more, and has said so in WeChat's settings.
 *
 * @param templates ids of templates, ours or not
 */
public record ConsentWithdrawn(String openid, List<String> templates) {}
