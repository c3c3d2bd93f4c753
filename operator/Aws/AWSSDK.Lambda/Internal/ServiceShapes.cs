using System.Text.Json.Serialization;
using Amazon.Lambda.Model;

namespace Amazon.Lambda.Internal;

/// <summary>The metadata of every request and response, made at build time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AddPermissionRequest))]
[JsonSerializable(typeof(AddPermissionResponse))]
[JsonSerializable(typeof(RemovePermissionRequest))]
[JsonSerializable(typeof(RemovePermissionResponse))]
[JsonSerializable(typeof(GetPolicyRequest))]
[JsonSerializable(typeof(GetPolicyResponse))]
internal sealed partial class ServiceShapes : JsonSerializerContext;
