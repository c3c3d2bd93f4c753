using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2;

[JsonConverter(typeof(Converter))]
public class AuthorizationType(string value) : ConstantClass(value)
{
    public static readonly AuthorizationType NONE = new("NONE");
    public static readonly AuthorizationType AWS_IAM = new("AWS_IAM");
    public static readonly AuthorizationType CUSTOM = new("CUSTOM");
    public static readonly AuthorizationType JWT = new("JWT");

    public static AuthorizationType FindValue(string value) => FindValue<AuthorizationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizationType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<AuthorizationType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class AuthorizerType(string value) : ConstantClass(value)
{
    public static readonly AuthorizerType REQUEST = new("REQUEST");
    public static readonly AuthorizerType JWT = new("JWT");

    public static AuthorizerType FindValue(string value) => FindValue<AuthorizerType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizerType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<AuthorizerType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ConnectionType(string value) : ConstantClass(value)
{
    public static readonly ConnectionType INTERNET = new("INTERNET");
    public static readonly ConnectionType VPC_LINK = new("VPC_LINK");

    public static ConnectionType FindValue(string value) => FindValue<ConnectionType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ConnectionType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ConnectionType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ContentHandlingStrategy(string value) : ConstantClass(value)
{
    public static readonly ContentHandlingStrategy CONVERT_TO_BINARY = new("CONVERT_TO_BINARY");
    public static readonly ContentHandlingStrategy CONVERT_TO_TEXT = new("CONVERT_TO_TEXT");

    public static ContentHandlingStrategy FindValue(string value) => FindValue<ContentHandlingStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContentHandlingStrategy?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ContentHandlingStrategy>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class DeploymentStatus(string value) : ConstantClass(value)
{
    public static readonly DeploymentStatus PENDING = new("PENDING");
    public static readonly DeploymentStatus FAILED = new("FAILED");
    public static readonly DeploymentStatus DEPLOYED = new("DEPLOYED");

    public static DeploymentStatus FindValue(string value) => FindValue<DeploymentStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeploymentStatus?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<DeploymentStatus>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class IntegrationType(string value) : ConstantClass(value)
{
    public static readonly IntegrationType AWS = new("AWS");
    public static readonly IntegrationType HTTP = new("HTTP");
    public static readonly IntegrationType MOCK = new("MOCK");
    public static readonly IntegrationType HTTP_PROXY = new("HTTP_PROXY");
    public static readonly IntegrationType AWS_PROXY = new("AWS_PROXY");

    public static IntegrationType FindValue(string value) => FindValue<IntegrationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator IntegrationType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<IntegrationType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class IpAddressType(string value) : ConstantClass(value)
{
    public static readonly IpAddressType Ipv4 = new("ipv4");
    public static readonly IpAddressType Dualstack = new("dualstack");

    public static IpAddressType FindValue(string value) => FindValue<IpAddressType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator IpAddressType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<IpAddressType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class LoggingLevel(string value) : ConstantClass(value)
{
    public static readonly LoggingLevel ERROR = new("ERROR");
    public static readonly LoggingLevel INFO = new("INFO");
    public static readonly LoggingLevel OFF = new("OFF");

    public static LoggingLevel FindValue(string value) => FindValue<LoggingLevel>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LoggingLevel?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<LoggingLevel>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class PassthroughBehavior(string value) : ConstantClass(value)
{
    public static readonly PassthroughBehavior WHEN_NO_MATCH = new("WHEN_NO_MATCH");
    public static readonly PassthroughBehavior NEVER = new("NEVER");
    public static readonly PassthroughBehavior WHEN_NO_TEMPLATES = new("WHEN_NO_TEMPLATES");

    public static PassthroughBehavior FindValue(string value) => FindValue<PassthroughBehavior>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PassthroughBehavior?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<PassthroughBehavior>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ProtocolType(string value) : ConstantClass(value)
{
    public static readonly ProtocolType WEBSOCKET = new("WEBSOCKET");
    public static readonly ProtocolType HTTP = new("HTTP");

    public static ProtocolType FindValue(string value) => FindValue<ProtocolType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ProtocolType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ProtocolType>(FindValue);
}
