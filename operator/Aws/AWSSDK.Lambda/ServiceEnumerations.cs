using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.Lambda;

[JsonConverter(typeof(Converter))]
public class FunctionUrlAuthType(string value) : ConstantClass(value)
{
    public static readonly FunctionUrlAuthType NONE = new("NONE");
    public static readonly FunctionUrlAuthType AWS_IAM = new("AWS_IAM");

    public static FunctionUrlAuthType FindValue(string value) => FindValue<FunctionUrlAuthType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FunctionUrlAuthType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<FunctionUrlAuthType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ThrottleReason(string value) : ConstantClass(value)
{
    public static readonly ThrottleReason ConcurrentInvocationLimitExceeded = new("ConcurrentInvocationLimitExceeded");
    public static readonly ThrottleReason FunctionInvocationRateLimitExceeded = new("FunctionInvocationRateLimitExceeded");
    public static readonly ThrottleReason ReservedFunctionConcurrentInvocationLimitExceeded = new("ReservedFunctionConcurrentInvocationLimitExceeded");
    public static readonly ThrottleReason ReservedFunctionInvocationRateLimitExceeded = new("ReservedFunctionInvocationRateLimitExceeded");
    public static readonly ThrottleReason CallerRateLimitExceeded = new("CallerRateLimitExceeded");
    public static readonly ThrottleReason ConcurrentSnapshotCreateLimitExceeded = new("ConcurrentSnapshotCreateLimitExceeded");

    public static ThrottleReason FindValue(string value) => FindValue<ThrottleReason>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ThrottleReason?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ThrottleReason>(FindValue);
}
