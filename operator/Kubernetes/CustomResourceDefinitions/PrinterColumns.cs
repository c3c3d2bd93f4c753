using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>The columns that an entity class asks for.</summary>
internal static partial class PrinterColumns
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "date"];

    public static JsonArray Of(Type entity, JsonObject schema, List<string> problems)
    {
        var columns = entity.GetCustomAttributes<AdditionalPrinterColumnAttribute>().ToList();
        foreach (var column in columns) Check(column, schema, problems);
        if (entity.GetCustomAttribute<AgePrinterColumnAttribute>() is not null) columns.Add(new(".metadata.creationTimestamp", "Age", "date"));
        return [.. columns.Select(c => (JsonNode)Column(c))];
    }

    private static JsonObject Column(AdditionalPrinterColumnAttribute column)
    {
        var json = new JsonObject();
        if (column.Description is not null) json["description"] = column.Description;
        if (column.Format is not null) json["format"] = column.Format;
        json["jsonPath"] = column.JsonPath;
        json["name"] = column.Name;
        if (column.Priority != 0) json["priority"] = column.Priority;
        json["type"] = column.Type;
        return json;
    }

    private static void Check(AdditionalPrinterColumnAttribute column, JsonObject schema, List<string> problems)
    {
        if (!Types.Contains(column.Type)) problems.Add($"column {column.Name}: the type '{column.Type}' is none of {string.Join(", ", Types)}");
        if (!JsonPath().IsMatch(column.JsonPath))
        {
            problems.Add($"column {column.Name}: '{column.JsonPath}' is no JSON path such as .status.url");
            return;
        }
        if (column.JsonPath.StartsWith(".metadata.", StringComparison.Ordinal)) return;
        var path = Bracket().Replace(column.JsonPath[1..], "[]");
        SchemaPath.Find(schema, path, $"column {column.Name}", problems);
    }

    [GeneratedRegex(@"^(\.[A-Za-z][A-Za-z0-9_-]*(\[[^\]]+\])*)+$")]
    private static partial Regex JsonPath();

    [GeneratedRegex(@"\[[^\]]+\]")]
    private static partial Regex Bracket();
}
