using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Changes of the settings of a stage's methods: <c>/{resource}/{METHOD}/throttling/burstLimit</c>, or <c>/*/*/...</c> for all that have none of their own.</summary>
internal static class MethodSettingPatch
{
    private const string AllMethods = "*/*";

    /// <summary>AWS's list, letter by letter as it was recorded: some commas are not there.</summary>
    private const string Paths =
        "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, " +
        "/accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, " +
        "/{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit" +
        "/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, " +
        "/{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, " +
        "/*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, " +
        "/*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, " +
        "/*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled";

    public static Outcome<RestStage> Apply(RestStage stage, PatchOperation operation)
    {
        var path = operation.Segments;
        if (operation.Op == "remove") return Remove(stage, operation);
        if (path.Length < 4) return WrongPath(operation);
        var key = Key(path[..^2]);
        var settings = stage.MethodSettings ?? RestMaps<MethodSetting>.Empty;
        var before = settings.GetValueOrDefault(key) ?? settings.GetValueOrDefault(AllMethods) ?? new();
        return Changed(before, $"{path[^2]}/{path[^1]}", operation).Select(s => stage with { MethodSettings = settings.SetItem(key, s) });
    }

    /// <summary>Recorded on AWS: what is not there is called a method without settings, whatever the path.</summary>
    public static Answer NothingToRemove(PatchOperation operation) =>
        Answer.BadRequest($"Cannot remove method setting {(operation.Path ?? "").TrimStart('/')} because there is no method setting for this method ");

    private static Outcome<RestStage> Remove(RestStage stage, PatchOperation operation)
    {
        var path = operation.Segments;
        if (path.Length < 2) return WrongPath(operation);
        var key = Key(path);
        return stage.MethodSettings?.ContainsKey(key) == true ? stage with { MethodSettings = stage.MethodSettings.Remove(key) } : NothingToRemove(operation);
    }

    /// <summary>Recorded on AWS: the key has no slash before the resource's path.</summary>
    private static string Key(string[] path)
    {
        var resource = string.Join('/', path[..^1]);
        return $"{(resource.Length > 1 ? resource.TrimStart('/') : resource)}/{path[^1]}";
    }

    private static Outcome<MethodSetting> Changed(MethodSetting setting, string name, PatchOperation operation) => name switch
    {
        "metrics/enabled" => Flag(operation, flag => setting with { MetricsEnabled = flag }),
        "logging/dataTrace" => Flag(operation, flag => setting with { DataTraceEnabled = flag }),
        "logging/loglevel" when operation.Value is "OFF" or "ERROR" or "INFO" => setting with { LoggingLevel = operation.Value },
        "logging/loglevel" => WrongValue(operation),
        "throttling/burstLimit" => Number(operation, number => setting with { ThrottlingBurstLimit = number }),
        "throttling/rateLimit" => Rate(operation, number => setting with { ThrottlingRateLimit = number }),
        "caching/enabled" => Flag(operation, flag => setting with { CachingEnabled = flag }),
        "caching/ttlInSeconds" => Number(operation, number => setting with { CacheTtlInSeconds = number }),
        "caching/dataEncrypted" => Flag(operation, flag => setting with { CacheDataEncrypted = flag }),
        "caching/requireAuthorizationForCacheControl" => Flag(operation, flag => setting with { RequireAuthorizationForCacheControl = flag }),
        "caching/unauthorizedCacheControlHeaderStrategy" => setting with { UnauthorizedCacheControlHeaderStrategy = operation.Value ?? "" },
        _ => WrongPath(operation),
    };

    private static Outcome<MethodSetting> Flag(PatchOperation operation, Func<bool, MethodSetting> change) =>
        bool.TryParse(operation.Value, out var flag) ? change(flag) : WrongValue(operation);

    private static Outcome<MethodSetting> Number(PatchOperation operation, Func<int, MethodSetting> change) =>
        int.TryParse(operation.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? change(number) : WrongValue(operation);

    private static Outcome<MethodSetting> Rate(PatchOperation operation, Func<double, MethodSetting> change) =>
        double.TryParse(operation.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? change(number) : WrongValue(operation);

    private static Answer WrongValue(PatchOperation operation) => Answer.BadRequest($"Invalid method setting value: {operation.Value}"); // not recorded

    private static Answer WrongPath(PatchOperation operation) => Answer.BadRequest($"Invalid method setting path: {operation.Path}. Must be one of: [{Paths}]");
}
