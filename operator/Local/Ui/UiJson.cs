using System.Text.Json.Serialization;
using DirectRoute.Local.Ui.Apis;
using DirectRoute.Local.Ui.Exchanges;
using DirectRoute.Local.Ui.Playground;

namespace DirectRoute.Local.Ui;

/// <summary>How the page and the gateway talk.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ApiView>))]
[JsonSerializable(typeof(ExchangeSummary))]
[JsonSerializable(typeof(ExchangeDetail))]
[JsonSerializable(typeof(StreamStart))]
[JsonSerializable(typeof(RenderRequest))]
[JsonSerializable(typeof(RenderAnswer))]
internal sealed partial class UiJson : JsonSerializerContext;
