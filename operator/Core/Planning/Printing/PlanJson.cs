using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>A plan as JSON: for a CI, with values but without template bodies. Members are only ever added.</summary>
public static class PlanJson
{
    private static readonly PlanJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>The plan as indented JSON.</summary>
    public static string Write(Plan plan) => JsonSerializer.Serialize(PlanDocument.Of(plan), Context.PlanDocument);

    /// <summary>Identifies what a plan does: 12 hex digits.</summary>
    internal static string Hash(Plan plan) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(PlanDocument.Of(plan), Context.PlanDocument)))[..12];
}

[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
