using System.Text;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>ImportApiKeys: keys from a file of comma-separated values whose first line names the columns: <c>name</c>, <c>key</c>, <c>description</c>, <c>enabled</c>, <c>usageplanIds</c>.</summary>
internal static class ApiKeyImport
{
    private static readonly string[] Columns = ["name", "key", "description", "enabled", "usageplanids"];

    public static Answer Import(OperationCall call) => (
        from rows in Rows(call)
        from keys in Keys(call, rows)
        select Keep(call, keys)).Answer(201, UsagePlanJson.Default.ApiKeyIds);

    /// <summary>A key, and the usage plans that it comes to.</summary>
    private sealed record Imported(ApiKey Key, IReadOnlyList<UsagePlanState> Plans);

    private static Outcome<IReadOnlyList<Dictionary<string, string>>> Rows(OperationCall call)
    {
        if (call.Query["format"] != "csv") return Answer.BadRequest("API keys are imported in the format csv only"); // not recorded
        if (!CommaSeparatedValues.TryRead(Encoding.UTF8.GetString(call.Body.Span), out var lines)) return Answer.BadRequest("The file of API keys has a quoted value without an end");
        if (lines is not [var head, .. var rest]) return Answer.BadRequest("The file of API keys is empty");
        var names = head.Select(n => n.Trim().ToLowerInvariant()).ToList();
        if (!names.Contains("name") || !names.Contains("key")) return Answer.BadRequest("The file of API keys must have the columns name and key");
        if (names.Find(n => !Columns.Contains(n, StringComparer.Ordinal)) is { } unknown) return Answer.BadRequest($"The file of API keys has the unknown column {unknown}");
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count) return Answer.BadRequest("The file of API keys has a column twice");
        var wrong = rest.FindIndex(l => l.Count != names.Count);
        if (wrong >= 0) return Answer.BadRequest($"Row {wrong + 1} of the file of API keys has {rest[wrong].Count} values, not {names.Count}");
        return rest.ConvertAll(l => names.Zip(l).ToDictionary(p => p.First, p => p.Second.Trim(), StringComparer.Ordinal));
    }

    private static Outcome<IReadOnlyList<Imported>> Keys(OperationCall call, IReadOnlyList<Dictionary<string, string>> rows)
    {
        var table = call.Region.ApiKeys;
        List<Imported> imported = [];
        foreach (var row in rows)
        {
            var read = from key in ApiKeyOperations.Check(ApiKeyOperations.New(Request(row), call.Now), table)
                       from plans in Plans(call.Region, row.GetValueOrDefault("usageplanids") ?? "")
                       select new Imported(key, plans);
            if (read.Refusal is { } refusal) return refusal;
            imported.Add(read.Else(null!));
            table = table.With(imported[^1].Key);
        }
        return imported;
    }

    private static CreateApiKey Request(Dictionary<string, string> row) => new()
    {
        Name = row["name"],
        Value = row["key"],
        Description = row.GetValueOrDefault("description") is { Length: > 0 } description ? description : null,
        Enabled = row.GetValueOrDefault("enabled") is not { Length: > 0 } enabled || string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase),
    };

    private static Outcome<IReadOnlyList<UsagePlanState>> Plans(RegionState region, string ids)
    {
        List<UsagePlanState> plans = [];
        foreach (var id in ids.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal))
        {
            if (!region.UsagePlans.TryGetValue(id, out var plan)) return Answer.NotFound($"Invalid Usage Plan ID specified: {id}");
            plans.Add(plan);
        }
        return plans;
    }

    private static ApiKeyIds Keep(OperationCall call, IReadOnlyList<Imported> imported)
    {
        foreach (var (key, plans) in imported)
        {
            ApiKeyOperations.Keep(call, key);
            foreach (var id in plans.Select(p => p.Plan.Id!))
            {
                var plan = call.Region.UsagePlans[id];
                call.Keep(plan with { Keys = plan.Keys.SetItem(key.Id!, call.Now) });
            }
        }
        return new([.. imported.Select(i => i.Key.Id!)], []);
    }
}
