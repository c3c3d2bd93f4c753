namespace DirectRoute.Core.Compile.Requests;

/// <summary>Keywords of JSON Schema that API Gateway, which knows draft 4, reads otherwise or not at all.</summary>
internal static class SchemaKeywords
{
    private static readonly Dictionary<string, string> Doubtful = new(StringComparer.Ordinal)
    {
        ["const"] = "Draft 4 has no const, so it checks nothing: write enum with one value.",
        ["contains"] = "Draft 4 has no contains, so it checks nothing.",
        ["propertyNames"] = "Draft 4 has no propertyNames, so it checks nothing: write patternProperties with additionalProperties: false.",
        ["if"] = "Draft 4 has no if, so it checks nothing: write anyOf.",
        ["then"] = "Draft 4 has no then, so it checks nothing: write anyOf.",
        ["else"] = "Draft 4 has no else, so it checks nothing: write anyOf.",
        ["$defs"] = "Draft 4 has no $defs: write definitions.",
        ["dependentRequired"] = "Draft 4 has no dependentRequired, so it checks nothing: write dependencies.",
        ["dependentSchemas"] = "Draft 4 has no dependentSchemas, so it checks nothing: write dependencies.",
        ["unevaluatedProperties"] = "Draft 4 has no unevaluatedProperties, so it checks nothing: write additionalProperties.",
        ["nullable"] = "nullable is of OpenAPI, so it checks nothing here: write type: [string, \"null\"].",
        ["discriminator"] = "API Gateway does not take discriminator: write oneOf with an enum in each.",
        ["example"] = "API Gateway does not take example: leave it out.",
        ["examples"] = "API Gateway does not take examples: leave it out.",
        ["readOnly"] = "API Gateway checks nothing by readOnly.",
    };

    /// <summary>What to mind; null when there is nothing.</summary>
    public static string? WarningOf(string keyword) => Doubtful.GetValueOrDefault(keyword);
}
