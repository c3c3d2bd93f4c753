using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Operator.Cloud;

internal sealed partial class AwsCloud
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Owner} has more than one API in AWS: {ApiId} is the oldest and is kept; {Duplicates} are left alone")]
    private partial void LogDuplicates(Owner owner, string apiId, ValueList<string> duplicates);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An old deployment stays: {Reason}")]
    private partial void LogNotPruned(string reason);
}
