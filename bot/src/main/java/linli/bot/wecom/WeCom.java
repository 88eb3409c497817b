package linli.bot.wecom;

import me.chanjar.weixin.cp.api.WxCpService;

/**
 * Our two ways in. Each secret has its own tokens.
 *
 * @param app signed in by the app's secret: groups, 群发, messages to staff
 * @param archive signed in by the secret of 会话内容存档; null when the groups are not read
 */
public record WeCom(WxCpService app, WxCpService archive) {}
