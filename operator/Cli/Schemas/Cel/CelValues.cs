using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>What can be asked of values; they are JSON.</summary>
internal static class CelValues
{
    public static bool Truth(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new CelException("true or false is expected."),
    };

    public static bool Has(JsonNode? value, string name) =>
        value is JsonObject members ? members.ContainsKey(name) : throw new CelException($"It has no fields, so no {name}.");

    public static JsonNode? Field(JsonNode? value, string name) =>
        value is JsonObject members && members.TryGetPropertyValue(name, out var member) ? member : throw new CelException($"There is no field {name}.");

    public static JsonNode? At(JsonNode? value, JsonNode? index) => value switch
    {
        JsonArray items when IsNumber(index) && Number(index) is >= 0 and var i && i < items.Count => items[(int)i],
        JsonObject => Field(value, Text(index)),
        _ => throw new CelException("There is no such item."),
    };

    public static bool Compare(string operation, JsonNode? left, JsonNode? right) => operation switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "in" => right is JsonObject members ? members.ContainsKey(Text(left)) : Items(right).Any(item => AreEqual(left, item)),
        "<" => Order(left, right) < 0,
        "<=" => Order(left, right) <= 0,
        ">" => Order(left, right) > 0,
        _ => Order(left, right) >= 0,
    };

    public static JsonNode? Add(JsonNode? left, JsonNode? right, string operation)
    {
        if (IsNumber(left) && IsNumber(right)) return JsonValue.Create(operation == "+" ? Number(left) + Number(right) : Number(left) - Number(right));
        if (operation == "+" && left is JsonArray first && right is JsonArray second) return new JsonArray([.. first.Concat(second).Select(i => i?.DeepClone())]);
        return operation == "+" ? Text(left) + Text(right) : throw new CelException("Only numbers can be subtracted.");
    }

    public static string Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw new CelException("A text is expected.");

    public static JsonArray Items(JsonNode? value) => value as JsonArray ?? throw new CelException("A list is expected.");

    public static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    private static decimal Number(JsonNode? value) =>
        decimal.TryParse(value!.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CelException("The number is too large.");

    private static bool AreEqual(JsonNode? left, JsonNode? right) =>
        IsNumber(left) && IsNumber(right) ? Number(left) == Number(right) : JsonNode.DeepEquals(left, right);

    private static int Order(JsonNode? left, JsonNode? right) =>
        IsNumber(left) && IsNumber(right) ? Number(left).CompareTo(Number(right)) : string.CompareOrdinal(Text(left), Text(right));
}
