using System.Text.Json.Serialization;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>How the shapes of API keys and usage plans are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiKey))]
[JsonSerializable(typeof(CreateApiKey))]
[JsonSerializable(typeof(ApiKeyIds))]
[JsonSerializable(typeof(Page<ApiKey>), TypeInfoPropertyName = "ApiKeys")]
[JsonSerializable(typeof(UsagePlan))]
[JsonSerializable(typeof(Page<UsagePlan>), TypeInfoPropertyName = "UsagePlans")]
[JsonSerializable(typeof(UsagePlanKey))]
[JsonSerializable(typeof(CreateUsagePlanKey))]
[JsonSerializable(typeof(Page<UsagePlanKey>), TypeInfoPropertyName = "UsagePlanKeys")]
[JsonSerializable(typeof(Usage))]
internal sealed partial class UsagePlanJson : JsonSerializerContext;
