using System.Collections.Immutable;
using System.Security.Cryptography;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Operations on API keys.</summary>
internal static class ApiKeyOperations
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int GeneratedLength = 40;
    private const int MinLength = 20;
    private const int MaxLength = 128;

    /// <summary>Recorded on AWS: whatever is not <c>true</c> disables a key.</summary>
    private static readonly Patcher<ApiKey> Patcher = new(
        "updateApiKeyInput", UsagePlanJson.Default.ApiKey, PatchWording.Short,
        PatchRule.Replace("/name"), PatchRule.Replace("/description"), PatchRule.Replace("/customerId"), PatchRule.Replace("/enabled", PatchValue.Truth),
        new("/stages", PatchValue.Member, "add", "remove") { Member = "stageKeys" });

    public static Answer Create(OperationCall call) => (
        from request in call.Read(UsagePlanJson.Default.CreateApiKey)
        from key in Check(New(request, call.Now), call.Region.ApiKeys)
        select Keep(call, key)).Answer(201, UsagePlanJson.Default.ApiKey);

    public static Answer Get(OperationCall call) =>
        call.ApiKey("api_Key").Select(k => Whole(k, call.Query["includeValue"] == "true")).Answer(200, UsagePlanJson.Default.ApiKey);

    /// <summary>Recorded on AWS: the newest is the first, <c>name</c> is the beginning of a name, and case counts.</summary>
    public static Answer List(OperationCall call)
    {
        var (name, customer) = (call.Query["name"].ToString(), call.Query["customerId"].ToString());
        var keys = call.Region.ApiKeys.ById.Values
            .Where(k => name.Length == 0 || (k.Name ?? "").StartsWith(name, StringComparison.Ordinal))
            .Where(k => customer.Length == 0 || k.CustomerId == customer)
            .OrderByDescending(k => call.Region.ApiKeys.PlaceOf(k))
            .Select(k => Shown(k, call.Query["includeValues"] == "true"));
        return Answer.Json(200, Paging.Page(keys, call.Query), UsagePlanJson.Default.ApiKeys);
    }

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from before in call.ApiKey("api_Key")
        from after in Patcher.Apply(before, patch)
        select Whole(Keep(call, Kept(after, call.Now)), isValueShown: false)).Answer(200, UsagePlanJson.Default.ApiKey);

    public static Answer Delete(OperationCall call) => call.ApiKey("api_Key").Select(k => Remove(call.Region, k)).Answer(202);

    /// <summary>Recorded on AWS: an empty value is none, and a key that nobody enabled is disabled.</summary>
    public static ApiKey New(CreateApiKey request, DateTimeOffset now) => new()
    {
        Id = Ids.Api(),
        Value = string.IsNullOrEmpty(request.Value) ? RandomNumberGenerator.GetString(Alphabet, GeneratedLength) : request.Value,
        Name = request.Name,
        Description = request.Description,
        CustomerId = request.CustomerId,
        Enabled = request.Enabled ?? false,
        StageKeys = [.. (request.StageKeys ?? []).Select(s => $"{s.RestApiId}/{s.StageName}")],
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
        CreatedDate = now.ToUnixTimeSeconds(),
        LastUpdatedDate = now.ToUnixTimeSeconds(),
    };

    /// <summary>Recorded on AWS are the lengths and their words.</summary>
    public static Outcome<ApiKey> Check(ApiKey key, ApiKeyTable keys) => key.Unless(key.Value switch
    {
        { Length: < MinLength } => Answer.BadRequest("API Key value should be at least 20 characters"),
        { Length: > MaxLength } => Answer.BadRequest("API Key value exceeds maximum size of 128 characters"),
        var value when keys.ByValue.ContainsKey(value!) => Answer.Conflict("API Key already exists"), // not recorded
        _ => null,
    });

    public static ApiKey Keep(OperationCall call, ApiKey key)
    {
        call.Region.ApiKeys = call.Region.ApiKeys.With(key);
        return key;
    }

    private static ApiKey Kept(ApiKey after, DateTimeOffset now) => after with
    {
        StageKeys = after.StageKeys ?? [],
        LastUpdatedDate = now.ToUnixTimeSeconds(),
    };

    private static ApiKey Remove(RegionState region, ApiKey key)
    {
        region.ApiKeys = region.ApiKeys.Without(key);
        foreach (var plan in region.UsagePlans.Values.Where(p => p.Keys.ContainsKey(key.Id!)))
        {
            region.UsagePlans = region.UsagePlans.SetItem(plan.Plan.Id!, plan with { Keys = plan.Keys.Remove(key.Id!) });
            region.Usage.Forget(plan.Plan.Id!, key.Id);
        }
        return key;
    }

    private static ApiKey Shown(ApiKey key, bool isValueShown) => isValueShown ? key : key with { Value = null };

    /// <summary>Recorded on AWS: a single key shows an empty map of tags.</summary>
    private static ApiKey Whole(ApiKey key, bool isValueShown) => Shown(key, isValueShown) with { Tags = key.Tags ?? ImmutableSortedDictionary<string, string>.Empty };
}
