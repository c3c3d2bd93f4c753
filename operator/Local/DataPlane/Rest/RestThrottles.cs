using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.DataPlane.Throttling;

namespace DirectRoute.Local.DataPlane.Rest;

/// <summary>The limits of a stage's methods: a method's own, else those of <c>*/*</c>. Each method uses up a limit by itself.</summary>
internal static class RestThrottles
{
    private const string AllMethods = "*/*";

    /// <summary>The limit of a method; null when it has none, as where the rate or the burst is -1.</summary>
    public static ThrottleLimit? Of(ImmutableSortedDictionary<string, MethodSetting>? settings, ServedRoute route, string method)
    {
        if (settings is not { Count: > 0 }) return null;
        var setting = Own(settings, route.Path, method) ?? settings.GetValueOrDefault(AllMethods);
        return setting is { ThrottlingRateLimit: >= 0, ThrottlingBurstLimit: >= 0 }
            ? new ThrottleLimit(setting, setting.ThrottlingRateLimit, setting.ThrottlingBurstLimit)
            : null;
    }

    /// <summary>Recorded on AWS: keys have no slash before the path. That of the root is the path itself.</summary>
    private static MethodSetting? Own(ImmutableSortedDictionary<string, MethodSetting> settings, string path, string method)
    {
        var name = path.Length > 1 ? path[1..] : path;
        return settings.GetValueOrDefault($"{name}/{method}") ?? settings.GetValueOrDefault($"{name}/ANY");
    }
}
