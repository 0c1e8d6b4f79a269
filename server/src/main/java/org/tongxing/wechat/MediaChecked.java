package org.tongxing.wechat;

/**
 * WeChat has said what it thinks of a picture, or has not within half an hour.
 *
 * @param subject as it was handed in
 */
public record MediaChecked(String subject, Verdict verdict) {}
